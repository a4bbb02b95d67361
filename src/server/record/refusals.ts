import type { Database, SessionScope } from '../../db/contract.ts';
import { AuthenticationError, AuthorizationError, type PlatformError } from '../../engine/platform-error/index.ts';
import type { Clock } from '../../host/contract.ts';
import type { Caller } from '../caller.ts';
import type { Operation } from '../operation.ts';
import { serverErrors } from '../server-errors.ts';
import { Gatherer } from '../gather/gatherer.ts';
import { readDatabaseError } from '../response/database-error.ts';
import { isAboutTenant } from '../tenant/resolve-tenant.ts';
import type { Done, Trail } from '../trail.ts';
import { missingScope } from './missing-scope.ts';
import { type Requested, toDone } from './write-record.ts';

export interface RefusalsOptions {
  readonly database: Database;
  /** Null where nobody keeps a record. */
  readonly trail: Trail | null;
  readonly clock: Clock;
  readonly report: (problem: unknown) => void;
}

/** A request that may be refused. The tenant of its caller is one that they have proven, or null. */
interface RefusableRequest extends Requested {
  readonly operation: Pick<Operation, 'id' | 'recordedAs' | 'scope' | 'tenant'>;
}

/** Refusals written by one transaction at most. */
const mostTogether = 200;

/**
 * Writes refusals into the record before they are answered: those that come together in one transaction, since each has
 * none of its own that would last. Who named an environment by a key that is not there is refused without an entry, as
 * there is no record that it would belong to.
 */
export class Refusals {
  readonly #options: RefusalsOptions;
  readonly #gatherer: Gatherer<Done, true>;

  constructor(options: RefusalsOptions) {
    this.#options = options;
    this.#gatherer = new Gatherer({
      work: (done) => write(options, done),
      most: mostTogether,
      isEverybodys: isUnavailable,
    });
  }

  /**
   * Resolves when it is written. An entry that is itself at fault is told to the log, and its request refused all the
   * same. While the database is away it rejects: nobody is to learn what they may not do without an entry of it.
   */
  async add(requested: RefusableRequest, error: unknown): Promise<void> {
    if (this.#options.trail === null || !isRefusal(error)) return;
    const { environmentId, projectId } = requested.caller;
    const done = refused(requested, error, this.#options.clock.now());
    await this.#gatherer.add(JSON.stringify([projectId, environmentId]), done).catch((problem: unknown) => {
      if (isUnavailable(problem)) throw problem;
      this.#options.report(problem);
    });
  }
}

/** Anything else is one entry's own fault, which must not cost the others theirs. */
function isUnavailable(problem: unknown): boolean {
  return readDatabaseError(problem)?.code === serverErrors.unavailable.code;
}

function isRefusal(error: unknown): error is PlatformError {
  return error instanceof AuthenticationError || error instanceof AuthorizationError;
}

function refused(requested: RefusableRequest, error: PlatformError, now: Date): Done {
  const { operation } = requested;
  const reason = error.code;
  const done = {
    ...toDone(requested, now),
    caller: asInItsChain(requested),
    resource: { type: 'operation', id: operation.id },
    reason,
  };
  // Nobody was decided about who could not say who they are.
  if (error instanceof AuthenticationError) return { ...done, action: 'auth.failed', outcome: 'failure' };
  const permission = missingScope(error) ?? operation.scope;
  return { ...done, outcome: 'denied', decided: { allowed: false, permission, reason } };
}

/** It belongs where it would stand if it had been done: what a key does to no tenant, to the environment as a whole. */
function asInItsChain({ caller, operation }: RefusableRequest): Caller {
  return caller.user !== null || isAboutTenant(operation) ? caller : { ...caller, tenantId: null };
}

async function write({ database, trail }: RefusalsOptions, done: readonly Done[]): Promise<readonly true[]> {
  const [first] = done;
  if (first === undefined) return [];
  const { projectId, environmentId } = first.caller;
  const scope: SessionScope = { projectId, environmentId };
  await database.withEnvironment(scope, 'prepared', async (session) => trail?.write(session, done));
  return done.map(() => true);
}

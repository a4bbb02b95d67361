import type { Database, SessionScope } from '../../db/contract.ts';
import type { Clock, Ids } from '../../host/contract.ts';
import { type Answer, toAnswer } from '../answer.ts';
import type { Caller, OperationScopes } from '../caller.ts';
import type { OperationInput } from '../operation-context.ts';
import type { OperationInTransaction, Outcome } from '../operation.ts';
import type { Directory } from '../directory.ts';
import { serverErrors } from '../server-errors.ts';
import { Recorder } from '../record/recorder.ts';
import { writeRecord } from '../record/write-record.ts';
import type { Trail } from '../trail.ts';
import { readDatabaseError } from '../response/database-error.ts';
import { refuseUnknownTenant, type TenantContext } from '../tenant/resolve-tenant.ts';
import { Gatherer } from './gatherer.ts';

/** Requests answered by one transaction at most: it must stay short, since others wait for it. */
const mostRequests = 100;

export interface TogetherOptions {
  readonly database: Database;
  /** Null where nobody keeps tenants and users. */
  readonly directory: Directory | null;
  readonly clock: Clock;
  readonly scopes: OperationScopes;
  readonly ids: Ids;
  readonly trail: Trail | null;
}

export interface GatheredRequest {
  readonly operation: OperationInTransaction;
  readonly handleTogether: NonNullable<OperationInTransaction['handleTogether']>;
  /** What row-level security binds the transaction to. */
  readonly scope: SessionScope;
  readonly tenant: TenantContext;
  readonly caller: Caller;
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly proven: (tenantId: string) => void;
  readonly input: OperationInput;
}

/**
 * Answers requests of one operation together, each transaction bound to exactly what it would be bound to for any one
 * of its requests: those of another environment, or another tenant, are never among them. No answer is given before
 * its transaction has been committed.
 */
export class TogetherRunner {
  readonly #gatherer: Gatherer<GatheredRequest, Outcome>;

  constructor(options: TogetherOptions) {
    this.#gatherer = new Gatherer({
      work: (requests) => runTogether(options, requests),
      most: mostRequests,
      isEverybodys: (problem) => readDatabaseError(problem)?.code === serverErrors.unavailable.code,
    });
  }

  async run(request: GatheredRequest): Promise<Answer> {
    const { operation, scope, tenant } = request;
    const { projectId, environmentId, tenantId = null } = scope;
    const group = JSON.stringify([operation.id, projectId, environmentId, tenantId, tenant.tenantId, tenant.unproven]);
    const outcome = await this.#gatherer.add(group, request);
    if ('problem' in outcome) throw outcome.problem;
    return toAnswer(outcome.result);
  }
}

async function runTogether(
  { database, directory, clock, scopes, ids, trail }: TogetherOptions,
  requests: readonly GatheredRequest[],
): Promise<readonly Outcome[]> {
  const [first] = requests;
  if (first === undefined) return [];
  const now = clock.now();
  return database.withEnvironment(first.scope, first.operation.transaction, async (session) => {
    await refuseUnknownTenant(directory, session, first.tenant, (tenantId) => {
      for (const { proven } of requests) proven(tenantId);
    });
    const recorded = requests.map((request) => ({ request, recorder: new Recorder(request.operation) }));
    const outcomes = await first.handleTogether(
      recorded.map(({ request: { caller, requestId, input }, recorder: { changed, decided } }) => ({
        context: { caller, session, requestId, now, scopes, changed, decided },
        input,
      })),
    );
    const answered = recorded.filter((_, index) => 'result' in (outcomes[index] ?? {}));
    writeRecord({ trail, ids }, session, now, answered);
    return outcomes;
  });
}

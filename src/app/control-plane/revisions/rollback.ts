import type { Session } from '../../../db/contract.ts';
import type { AllowedFigures } from '../../../engine/changeset/guardrails.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { type EnvironmentSettings, resourceName } from '../../../engine/resource.ts';
import type { Caller } from '../../../server/caller.ts';
import { commitOrRehearse, type Made } from '../changesets/apply.ts';
import type { Commitment } from '../changesets/commit-changeset.ts';
import { prepareChangeset } from '../changesets/prepare-changeset.ts';
import { type EnvironmentRow, selectEnvironment } from '../changesets/queries.ts';
import type { HistoricResource } from '../changesets/to-desired-records.ts';
import type { Dependencies } from '../dependencies.ts';
import { revisionErrors } from './errors.ts';
import { withMoves } from './moves.ts';
import { selectRenames, selectRevision, selectSettingsAt, selectVersionsAt } from './queries.ts';

/** The body of `POST /v1/revisions/{number}/rollback`. */
export interface RollbackBody {
  readonly expect?: string;
  readonly approve?: string;
  readonly allow?: AllowedFigures;
  readonly adopt?: boolean;
  readonly dryRun?: boolean;
  readonly author: string;
  readonly message?: string;
}

/**
 * Applies, as a new revision, the state that applies had made at `number`. Guardrails hold as for any apply.
 * What the API created and still owns is left alone; what it owned then is handed back to it.
 *
 * A dry run that a guardrail or a conflict would stop answers with the changeset all the same: it is the only
 * way to see what an approval would be for.
 */
export async function rollback(
  session: Session,
  caller: Caller,
  number: number,
  body: RollbackBody,
  now: Date,
  dependencies: Dependencies,
): Promise<Made> {
  if ((await selectRevision(session, number)) === undefined) {
    throw makeError(revisionErrors.notFound, {
      message: `${caller.environment} has no revision ${number}`,
      param: 'number',
    });
  }
  const environment = await selectEnvironment(session, true);
  const settings = (await selectSettingsAt(session, number)) ?? environment.settings ?? defaultSettings(environment);
  const resources = await resourcesAt(session, number, environment.revision);
  const prepared = await prepareChangeset(
    session,
    {
      project: caller.project,
      environment: caller.environment,
      settings,
      resources,
      adopt: body.adopt === true,
      allow: body.allow ?? {},
    },
    true,
    dependencies,
  );
  const { guardrails, conflicts } = prepared.changeset;
  const stopped = guardrails.some(({ outcome }) => outcome !== 'allowed') || conflicts.length > 0;
  if (body.dryRun === true && stopped) {
    const applied = { revision: environment.revision, changeset: prepared.changeset, dryRun: true };
    return { applied, besides: [] };
  }
  const commitment: Commitment = {
    cause: 'rollback',
    rollbackTo: number,
    author: body.author,
    revisionId: dependencies.host.ids.next('rev'),
    now,
    message: body.message ?? `Roll back to revision ${number}`,
    ...(body.approve === undefined ? {} : { approve: body.approve }),
    ...(body.expect === undefined ? {} : { expect: body.expect }),
  };
  return commitOrRehearse(session, prepared, commitment, body.dryRun === true, dependencies);
}

/** Before the first apply only the API had made revisions, and there were no settings. */
function defaultSettings({ mode }: EnvironmentRow): EnvironmentSettings {
  return { mode, protect: false, guardrails: { limits: {} } };
}

/**
 * What the files owned at a revision, and what the API owned then and the files own, or deleted, now. What was
 * renamed since carries the way back.
 */
async function resourcesAt(session: Session, number: number, current: number): Promise<readonly HistoricResource[]> {
  const ownedNow = new Map(
    (await selectVersionsAt(session, current)).map((version) => [resourceName(version), version.owner]),
  );
  const then = (await selectVersionsAt(session, number)).flatMap((version): HistoricResource[] => {
    const { kind, key, body, owner } = version;
    if (body === null) return [];
    if (owner === 'files') return [{ kind, key, body }];
    return ownedNow.get(resourceName(version)) === 'files' ? [{ kind, key, body, owner }] : [];
  });
  return withMoves(then, await selectRenames(session, number, current), 'back');
}

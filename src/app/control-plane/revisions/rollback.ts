import type { Session } from '../../../db/contract.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { type Resource, resourceName } from '../../../engine/resource.ts';
import type { Caller } from '../../../server/contract.ts';
import { type Applied, commitOrRehearse } from '../changesets/apply.ts';
import { prepareChangeset } from '../changesets/prepare-changeset.ts';
import type { Dependencies } from '../dependencies.ts';
import { revisionErrors } from './errors.ts';
import { selectRenamesSince, selectRevision, selectSettingsAt, selectVersionsAt } from './queries.ts';

/** The body of `POST /v1/revisions/{number}/rollback`. */
export interface RollbackBody {
  readonly expect?: string;
  readonly approve?: string;
  readonly dryRun?: boolean;
  readonly author: string;
  readonly message?: string;
}

/**
 * Applies, as a new revision, the files' state as it was at `number`. Guardrails hold as for any apply,
 * and what the API created is left alone.
 */
export async function rollback(
  session: Session,
  caller: Caller,
  number: number,
  body: RollbackBody,
  now: Date,
  dependencies: Dependencies,
): Promise<Applied> {
  const target = await selectRevision(session, number);
  const settings = await selectSettingsAt(session, number);
  if (target === undefined || settings === null) {
    throw makeError(revisionErrors.notFound, {
      message: `${caller.environment} has no revision ${number}`,
      param: 'number',
    });
  }
  const prepared = await prepareChangeset(
    session,
    {
      project: caller.project,
      environment: caller.environment,
      settings,
      resources: await resourcesAt(session, number),
      adopt: false,
    },
    true,
    dependencies,
  );
  return commitOrRehearse(
    session,
    prepared,
    {
      cause: 'rollback',
      rollbackTo: number,
      owner: 'files',
      author: body.author,
      revisionId: dependencies.host.ids.next('rev'),
      now,
      message: body.message ?? `Roll back to revision ${number}`,
      ...(body.approve === undefined ? {} : { approve: body.approve }),
      ...(body.expect === undefined ? {} : { expect: body.expect }),
    },
    body.dryRun === true,
  );
}

/** What the files owned at a revision; what was renamed since carries the way back. */
async function resourcesAt(session: Session, number: number): Promise<readonly Resource[]> {
  const presentName = new Map<string, string>();
  for (const rename of await selectRenamesSince(session, number)) {
    const name = resourceName(rename);
    presentName.set(resourceName({ kind: rename.kind, key: rename.from }), presentName.get(name) ?? rename.key);
  }
  const versions = await selectVersionsAt(session, number);
  return versions.flatMap(({ kind, key, body, owner }) => {
    if (body === null || owner !== 'files') return [];
    const movedFrom = presentName.get(resourceName({ kind, key }));
    return [{ kind, key, body, ...(movedFrom === undefined ? {} : { movedFrom }) }];
  });
}

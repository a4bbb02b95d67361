import type { Session } from '../../../db/contract.ts';
import { assembleChangeset } from '../../../engine/changeset/assemble-changeset.ts';
import type { Changeset } from '../../../engine/changeset/changeset.ts';
import { draftChanges } from '../../../engine/changeset/draft-changes.ts';
import { orderChanges } from '../../../engine/changeset/order-changes.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { resourceName } from '../../../engine/resource.ts';
import { resourceReferences } from '../../../engine/validate/resource-references.ts';
import type { Caller } from '../../../server/caller.ts';
import type { Dependencies } from '../dependencies.ts';
import { revisionErrors } from './errors.ts';
import { withMoves } from './moves.ts';
import { selectRenames, selectRevision, selectSettingsAt, selectVersionsAt, type VersionRecord } from './queries.ts';

/** What changed from one revision to another, whoever owned it. Revision 0 is the empty environment before the first apply. */
export async function compareRevisions(
  session: Session,
  caller: Caller,
  from: number,
  to: number,
  dependencies: Dependencies,
): Promise<Changeset> {
  for (const number of [from, to]) {
    if (number !== 0 && (await selectRevision(session, number)) === undefined) {
      throw makeError(revisionErrors.notFound, {
        message: `${caller.environment} has no revision ${number}`,
        param: number === from ? 'from' : 'to',
      });
    }
  }
  const { registry } = dependencies;
  const before = await selectVersionsAt(session, from);
  const after = await selectVersionsAt(session, to);
  const [settingsBefore, settingsAfter] = [await selectSettingsAt(session, from), await selectSettingsAt(session, to)];
  const records = new Map(
    present(before).map((version) => [
      resourceName(version),
      { ...version, owner: 'files' as const, updatedBy: '', updatedAt: '' },
    ]),
  );
  const renames = await selectRenames(session, Math.min(from, to), Math.max(from, to));
  const moved = withMoves(present(after), renames, from < to ? 'forth' : 'back');
  const draft = draftChanges(moved, { settings: settingsBefore, records }, registry, { adopt: true });
  const drafts = orderChanges(draft.changes, (kind, body) => resourceReferences({ kind, key: '', body }, registry));
  const reason = 'a comparison of revisions; each revision keeps the impact it had when it was applied';
  const compared = assembleChangeset(
    {
      project: caller.project,
      environment: caller.environment,
      drafts,
      impacts: drafts.map(() => ({ effects: [], unknown: [{ reason, figures: [] }], none: '' })),
      conflicts: [],
      settings: { before: settingsBefore, after: settingsAfter },
    },
    registry,
  );
  return { ...compared, guardrails: [] };
}

function present(
  versions: readonly VersionRecord[],
): { kind: string; key: string; hash: string; body: NonNullable<VersionRecord['body']> }[] {
  return versions.flatMap(({ kind, key, body, hash }) =>
    body === null || hash === null ? [] : [{ kind, key, body, hash }],
  );
}

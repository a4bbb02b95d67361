import type { Session } from '../../../db/contract.ts';
import { isEmpty } from '../../../engine/changeset/assemble-changeset.ts';
import type { Change, Changeset } from '../../../engine/changeset/changeset.ts';
import { isSame, type Settled } from '../../../engine/changeset/settled.ts';
import { refuseUnapproved } from './refuse-unapproved.ts';
import type { PreparedChangeset } from './prepare-changeset.ts';
import {
  deleteResources,
  type EnvironmentRow,
  insertResourceVersions,
  insertRevision,
  type ResourceRow,
  type ResourceVersionRow,
  updateEnvironment,
  upsertResources,
} from './queries.ts';

/** Who applies, why, and with what permission. */
export interface Commitment {
  readonly cause: 'apply' | 'rollback' | 'api';
  readonly rollbackTo?: number;
  readonly author: string;
  readonly commit?: string;
  readonly message?: string;
  /** Fingerprint of the changeset that a person approved. */
  readonly approve?: string;
  /** The saved changeset that this one is, or is what is left of: its approval holds, with `expect` beside it. */
  readonly saved?: Changeset;
  /** Fingerprint of the changeset that a person saw. */
  readonly expect?: string;
  /** The desired state of which nothing is left to do once this is made, and the program that found so. */
  readonly settles?: Pick<Settled, 'desiredHash' | 'program'>;
  readonly revisionId: string;
  readonly now: Date;
}

/**
 * Makes a prepared changeset true, in the caller's transaction: all of it or, when anything throws, nothing.
 *
 * @returns the number of the new revision, or of the current one when there was nothing to change.
 * @throws ConflictError `changes/conflict`, `changes/stale`; AuthorizationError `changes/guardrail-refused`, `changes/approval-required`.
 */
export async function commitChangeset(
  session: Session,
  prepared: PreparedChangeset,
  commitment: Commitment,
): Promise<number> {
  const { changeset, environment, settings } = prepared;
  refuseUnapproved(changeset, commitment);
  if (isEmpty(changeset)) {
    await rememberSettled(session, environment, commitment);
    return environment.revision;
  }
  const revision = environment.revision + 1;
  const left = await deleteResources(session, changeset.changes.flatMap(vacated));
  const since = new Map(left.map(({ createdAt, key, kind }) => [`${kind}/${key}`, createdAt]));
  await upsertResources(
    session,
    changeset.changes.flatMap((change) => occupied(change, revision, session, commitment, since)),
  );
  await insertResourceVersions(
    session,
    changeset.changes.flatMap((change) => versions(change, revision, session)),
  );
  await insertRevision(session, {
    environmentId: session.environmentId,
    number: revision,
    id: commitment.revisionId,
    cause: commitment.cause,
    rollbackTo: commitment.rollbackTo ?? null,
    author: commitment.author,
    commit: commitment.commit ?? null,
    message: commitment.message ?? null,
    changeset: asApproved(changeset),
    createdAt: commitment.now,
  });
  await updateEnvironment(session, { revision, settings, settled: settledAt(revision, commitment) });
  session.announce('configuration');
  return revision;
}

/** Nothing that waited for an approval gets here without one. */
function asApproved(changeset: Changeset): Changeset {
  const guardrails = changeset.guardrails.map((finding) =>
    finding.outcome === 'needs-approval' ? ({ ...finding, outcome: 'approved' } as const) : finding,
  );
  return { ...changeset, guardrails };
}

/** What was known stays known where nothing changed and nothing is learnt. */
async function rememberSettled(
  session: Session,
  { revision, settled: known }: EnvironmentRow,
  commitment: Commitment,
): Promise<void> {
  const settled = settledAt(revision, commitment);
  if (settled !== null && !isSame(known, settled)) await updateEnvironment(session, { settled });
}

function settledAt(revision: number, { settles }: Commitment): Settled | null {
  return settles === undefined ? null : { ...settles, revision };
}

function vacated(change: Change): { readonly kind: string; readonly key: string }[] {
  if (change.action === 'delete') return [{ kind: change.kind, key: change.key }];
  return change.from === undefined ? [] : [{ kind: change.kind, key: change.from }];
}

/** What is renamed is there since it was there under its former name. */
function occupied(
  change: Change,
  revision: number,
  session: Session,
  commitment: Commitment,
  since: ReadonlyMap<string, Date>,
): ResourceRow[] {
  if (change.after === null || change.afterHash === null) return [];
  return [
    {
      environmentId: session.environmentId,
      kind: change.kind,
      key: change.key,
      body: change.after,
      hash: change.afterHash,
      owner: change.owner,
      revision,
      updatedBy: commitment.author,
      createdAt: (change.from === undefined ? undefined : since.get(`${change.kind}/${change.from}`)) ?? commitment.now,
      updatedAt: commitment.now,
    },
  ];
}

function versions(change: Change, revision: number, session: Session): ResourceVersionRow[] {
  const version = (key: string, body: ResourceVersionRow['body'], hash: string | null): ResourceVersionRow => ({
    environmentId: session.environmentId,
    kind: change.kind,
    key,
    revision,
    body: body ?? null,
    hash,
    owner: change.owner,
  });
  const left = vacated(change).map(({ key }) => version(key, null, null));
  return change.after === null ? left : [...left, version(change.key, change.after, change.afterHash)];
}

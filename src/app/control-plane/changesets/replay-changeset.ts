import type { Session } from '../../../db/contract.ts';
import { assembleChangeset, fingerprintOf } from '../../../engine/changeset/assemble-changeset.ts';
import type { Change, Changeset, Conflict } from '../../../engine/changeset/changeset.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import { hashBody } from '../../../engine/changeset/draft-changes.ts';
import type { AllowedFigures } from '../../../engine/changeset/guardrails.ts';
import type { LiveRecord } from '../../../engine/changeset/live-state.ts';
import { orderChanges } from '../../../engine/changeset/order-changes.ts';
import { diffBodies } from '../../../engine/diff/diff-bodies.ts';
import { normalizeBody } from '../../../engine/diff/normalize-body.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { KindRegistry } from '../../../engine/model/registry.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { type ChangeAction, type Resource, resourceName } from '../../../engine/resource.ts';
import { resourceReferences } from '../../../engine/validate/resource-references.ts';
import type { Dependencies } from '../dependencies.ts';
import { askImpact } from './ask-impact.ts';
import { changeErrors } from '../../../engine/changeset/errors.ts';
import type { PreparedChangeset } from './prepare-changeset.ts';
import { selectBodies, selectEnvironment, selectLastChange, selectLiveHashes } from './queries.ts';
import { refuseInvalid } from './refuse-invalid.ts';
import { refuseOtherMode } from './refuse-other-mode.ts';

/**
 * Prepares a changeset that was saved earlier. Only the objects it touches must stand as they stood then;
 * everything else may have moved. Fields, impact and guardrails are computed anew: a file is never trusted
 * for more than the bodies it wants.
 */
export async function replayChangeset(
  session: Session,
  saved: Changeset,
  allow: AllowedFigures,
  dependencies: Dependencies,
): Promise<PreparedChangeset> {
  const { registry } = dependencies;
  refuseEdited(saved, dependencies);
  const environment = await selectEnvironment(session, true);
  const records = new Map((await selectLiveHashes(session)).map((record) => [resourceName(record), record]));
  const bodies = await selectBodies(session, [...records.values()]);
  const drafts: DraftChange[] = [];
  // What stood in the way when it was planned is in none of its changes: without it, the changeset is not what was wanted.
  const conflicts: Conflict[] = [...saved.conflicts];
  for (const change of saved.changes) {
    const record = records.get(resourceName({ kind: change.kind, key: change.from ?? change.key }));
    const live = record === undefined ? undefined : bodies.get(resourceName(record));
    const draft = redraft(change, record, live, dependencies);
    const moved = await movedSince(session, change, draft, record, live, records, dependencies);
    if (moved === null) drafts.push(draft);
    else if (moved !== 'already-so') conflicts.push(moved);
  }
  if (drafts.length > 0) refuseInvalid(resultingResources(drafts, bodies), registry);
  const ordered = orderChanges(drafts, (kind, body) => resourceReferences({ kind, key: '', body }, registry));
  const settings = saved.settings?.after ?? environment.settings;
  if (settings === null) {
    throw makeError(changeErrors.invalid, {
      message: 'a changeset for a new environment must carry its settings',
      param: 'changeset.settings',
    });
  }
  refuseOtherMode(settings, environment, 'changeset.settings.mode');
  const changeset = assembleChangeset(
    {
      project: saved.project,
      environment: saved.environment,
      drafts: ordered,
      impacts: await askImpact(session, ordered, dependencies),
      conflicts,
      settings: { before: environment.settings, after: settings },
      allow,
    },
    registry,
  );
  return { changeset, environment, settings, partlyMade: drafts.length + conflicts.length < saved.changes.length };
}

/**
 * A saved changeset is bound by its fingerprint: what a person reviewed and approved is what is applied. One
 * that names an object twice, or deletes what only the API may, was never computed by a plan.
 */
function refuseEdited(saved: Changeset, { registry }: Dependencies): void {
  const touched = saved.changes.flatMap(({ kind, key, from }) => [
    resourceName({ kind, key }),
    ...(from === undefined ? [] : [resourceName({ kind, key: from })]),
  ]);
  const intact =
    fingerprintOf(saved) === saved.fingerprint &&
    new Set(touched).size === touched.length &&
    saved.changes.every((change) => bodyHash(change, registry) === change.afterHash);
  if (intact) return;
  throw makeError(changeErrors.invalid, {
    message: 'the changeset is not as it was computed: its fingerprint does not match its content. Plan again',
    param: 'changeset.fingerprint',
  });
}

function bodyHash({ kind, after }: Change, registry: KindRegistry): string | null {
  const schema = registry.kinds.get(kind)?.model.schema;
  if (schema === undefined) {
    throw makeError(changeErrors.invalid, { message: `unknown kind ${kind}`, param: 'changeset.changes' });
  }
  return after === null ? null : hashBody(normalizeBody(after, schema));
}

function actionOf({ from, after }: Change, record: LiveRecord | undefined): ChangeAction {
  if (after === null) return 'delete';
  if (from !== undefined) return 'rename';
  return record === undefined ? 'create' : 'update';
}

function redraft(
  change: Change,
  record: LiveRecord | undefined,
  live: JsonObject | undefined,
  { registry }: Dependencies,
): DraftChange {
  const schema = registry.kinds.get(change.kind)?.model.schema;
  if (schema === undefined) throw new RangeError(`kind ${change.kind} was found unknown too late`);
  const after = change.after === null ? null : normalizeBody(change.after, schema);
  return {
    kind: change.kind,
    key: change.key,
    action: actionOf(change, record),
    owner: after === null ? (record?.owner ?? 'files') : 'files',
    ...(change.from === undefined ? {} : { from: change.from }),
    fields: after === null || live === undefined ? [] : diffBodies(live, after, schema),
    before: live ?? null,
    after,
    beforeHash: record?.hash ?? null,
    afterHash: after === null ? null : hashBody(after),
  };
}

/** Null when the object stands as it stood; `already-so` when somebody made the very same change meanwhile. */
async function movedSince(
  session: Session,
  saved: Change,
  now: DraftChange,
  record: LiveRecord | undefined,
  live: JsonObject | undefined,
  records: ReadonlyMap<string, LiveRecord>,
  { registry }: Dependencies,
): Promise<Conflict | 'already-so' | null> {
  const occupant = saved.action === 'rename' ? records.get(resourceName(saved)) : undefined;
  if (now.beforeHash === saved.beforeHash && occupant === undefined) return null;
  const blocking = occupant ?? record;
  const there = records.get(resourceName(saved))?.hash ?? null;
  const gone = saved.action !== 'rename' || record === undefined;
  if (there === now.afterHash && gone) return 'already-so';
  const deletion = blocking === undefined ? await selectLastChange(session, saved) : undefined;
  const schema = registry.kinds.get(saved.kind)?.model.schema;
  const fields = schema === undefined ? [] : diffBodies(live ?? {}, now.after ?? {}, schema);
  return {
    kind: saved.kind,
    key: saved.key,
    reason: 'moved-since-plan',
    message: movedHow(blocking, deletion !== undefined),
    fields: fields.map(({ path, before, after }) => ({
      path,
      ...(before === undefined ? {} : { live: before }),
      ...(after === undefined ? {} : { desired: after }),
    })),
    changedBy: blocking?.updatedBy ?? deletion?.author ?? 'unknown',
    changedAt: blocking?.updatedAt ?? deletion?.createdAt.toISOString() ?? 'unknown',
  };
}

function movedHow(blocking: LiveRecord | undefined, wasThere: boolean): string {
  if (blocking !== undefined) return 'it changed since the changeset was planned';
  return wasThere ? 'it was deleted since the changeset was planned' : 'it has never been live in this environment';
}

function resultingResources(
  drafts: readonly DraftChange[],
  bodies: ReadonlyMap<string, JsonObject>,
): readonly Resource[] {
  const result = new Map<string, Resource>();
  for (const [name, body] of bodies) {
    const [kind = '', ...key] = name.split('/');
    result.set(name, { kind, key: key.join('/'), body });
  }
  for (const draft of drafts) {
    if (draft.action === 'delete') result.delete(resourceName(draft));
    if (draft.from !== undefined) result.delete(resourceName({ kind: draft.kind, key: draft.from }));
    if (draft.after !== null) result.set(resourceName(draft), { kind: draft.kind, key: draft.key, body: draft.after });
  }
  return [...result.values()];
}

import { hashJson } from '../canonical-json.ts';
import { diffBodies } from '../diff/diff-bodies.ts';
import type { JsonObject } from '../json.ts';
import type { KindRegistry } from '../model/registry.ts';
import { type Resource, resourceName } from '../resource.ts';
import type { Conflict, FieldChange } from './changeset.ts';
import type { Draft, DraftChange } from './draft-change.ts';
import type { LiveRecord, LiveState } from './live-state.ts';
import { modelOf } from './model-of.ts';

/** A desired resource whose body is normalised and whose unmanaged fields stand as they are live. */
export interface DesiredRecord extends Resource {
  readonly hash: string;
  /** Present when history says that the API owned it: going back there hands it back. */
  readonly owner?: 'api';
}

export interface DraftOptions {
  /** Take over resources that the API created. */
  readonly adopt: boolean;
}

/**
 * Compares what the files say with what is live. Resources that the API created are never pruned, and
 * meet a document of the same kind and key only as a conflict, as equals or with `adopt`.
 */
export function draftChanges(
  desired: readonly DesiredRecord[],
  live: LiveState,
  registry: KindRegistry,
  options: DraftOptions,
): Draft {
  const changes: DraftChange[] = [];
  const conflicts: Conflict[] = [];
  const wanted = new Set(desired.map(resourceName));
  const renamedAway = new Set<string>();

  for (const resource of desired) {
    const record = live.records.get(resourceName(resource));
    if (record === undefined) {
      const former = formerRecord(resource, live, wanted);
      if (former !== undefined) renamedAway.add(resourceName(former));
      changes.push(former === undefined ? creation(resource) : renaming(resource, former, registry));
    } else if (record.owner === 'api') {
      if (resource.owner === 'api') continue;
      const fields = record.hash === resource.hash ? [] : fieldsBetween(record, resource, registry);
      if (fields.length > 0 && !options.adopt) conflicts.push(ownedByApi(resource, record, fields));
      else changes.push(handover(resource, record, fields));
    } else if (resource.owner === 'api') {
      changes.push(handover(resource, record, fieldsBetween(record, resource, registry)));
    } else if (record.hash !== resource.hash) {
      changes.push(update(resource, record, fieldsBetween(record, resource, registry)));
    }
  }
  for (const [name, record] of live.records) {
    if (record.owner === 'files' && !wanted.has(name) && !renamedAway.has(name)) changes.push(deletion(record));
  }
  return { changes, conflicts };
}

export function hashBody(body: JsonObject): string {
  return hashJson(body);
}

/** The body of a live record that the caller promised to have loaded. */
function loadedBody(record: LiveRecord): JsonObject {
  if (record.body === undefined) throw new Error(`the body of ${resourceName(record)} was not loaded`);
  return record.body;
}

function formerRecord(resource: Resource, live: LiveState, wanted: ReadonlySet<string>): LiveRecord | undefined {
  if (resource.movedFrom === undefined) return undefined;
  const name = resourceName({ kind: resource.kind, key: resource.movedFrom });
  const record = live.records.get(name);
  return record?.owner === 'files' && !wanted.has(name) ? record : undefined;
}

function creation(resource: DesiredRecord): DraftChange {
  return {
    ...identity(resource),
    action: 'create',
    owner: resource.owner ?? 'files',
    fields: [],
    before: null,
    after: resource.body,
    beforeHash: null,
    afterHash: resource.hash,
  };
}

function update(resource: DesiredRecord, record: LiveRecord, fields: readonly FieldChange[]): DraftChange {
  return { ...identity(resource), action: 'update', fields, ...transition(resource, record) };
}

/** Ownership is shown as a field so that taking over an equal resource is still a visible change. */
function handover(resource: DesiredRecord, record: LiveRecord, fields: readonly FieldChange[]): DraftChange {
  const owner: FieldChange = { path: '(owner)', before: record.owner, after: resource.owner ?? 'files' };
  return update(resource, record, [...fields, owner]);
}

function renaming(resource: DesiredRecord, former: LiveRecord, registry: KindRegistry): DraftChange {
  const fields = former.hash === resource.hash ? [] : fieldsBetween(former, resource, registry);
  return { ...identity(resource), action: 'rename', from: former.key, fields, ...transition(resource, former) };
}

function deletion(record: LiveRecord): DraftChange {
  return {
    ...identity(record),
    action: 'delete',
    owner: record.owner,
    fields: [],
    before: loadedBody(record),
    after: null,
    beforeHash: record.hash,
    afterHash: null,
  };
}

function transition(
  resource: DesiredRecord,
  record: LiveRecord,
): Pick<DraftChange, 'owner' | 'before' | 'after' | 'beforeHash' | 'afterHash'> {
  return {
    owner: resource.owner ?? 'files',
    before: loadedBody(record),
    after: resource.body,
    beforeHash: record.hash,
    afterHash: resource.hash,
  };
}

function fieldsBetween(record: LiveRecord, resource: Resource, registry: KindRegistry): readonly FieldChange[] {
  return diffBodies(loadedBody(record), resource.body, modelOf(resource.kind, registry).schema);
}

function ownedByApi(resource: Resource, record: LiveRecord, fields: readonly FieldChange[]): Conflict {
  return {
    ...identity(resource),
    reason: 'owned-by-api',
    message: 'it was created through the API; --adopt lets the files own it',
    fields: fields.map(({ path, before, after }) => ({
      path,
      ...(before === undefined ? {} : { live: before }),
      ...(after === undefined ? {} : { desired: after }),
    })),
    changedBy: record.updatedBy,
    changedAt: record.updatedAt,
  };
}

function identity({ kind, key }: Resource | LiveRecord): { readonly kind: string; readonly key: string } {
  return { kind, key };
}

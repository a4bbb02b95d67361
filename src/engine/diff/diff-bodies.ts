import { canonicalJson } from '../canonical-json.ts';
import type { FieldChange } from '../changeset/changeset.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { branchFor, propertySchema } from '../model/schema-at.ts';
import { type FieldPath, formatPath, type PathStep } from './field-path.ts';

/**
 * The fields in which two normalised bodies of one kind differ, in the order of the model.
 * Keyed lists are matched by key and sets by member, so that an insertion is one change and not
 * a shift of everything behind it.
 */
export function diffBodies(before: JsonObject, after: JsonObject, schema: ModelSchema): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  compareObjects(before, after, { schema, root: schema, path: [], changes });
  return changes;
}

interface Comparison {
  readonly schema: ModelSchema | undefined;
  readonly root: ModelSchema;
  readonly path: FieldPath;
  readonly changes: FieldChange[];
}

function compare(before: Json | undefined, after: Json | undefined, at: Comparison): void {
  if (before === undefined || after === undefined) return record(before, after, at);
  if (before === after) return;
  if (isJsonObject(before) && isJsonObject(after)) return compareObjects(before, after, at);
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, at);
  record(before, after, at);
}

function compareObjects(before: JsonObject, after: JsonObject, at: Comparison): void {
  const schema = at.schema === undefined ? undefined : branchFor(at.schema, after, at.root);
  for (const name of orderedNames(before, after, schema)) {
    const described = schema === undefined ? undefined : propertySchema(schema, name);
    compare(before[name], after[name], step(at, { type: 'property', name }, described));
  }
}

function compareLists(before: readonly Json[], after: readonly Json[], at: Comparison): void {
  const schema = at.schema === undefined ? undefined : branchFor(at.schema, after, at.root);
  const listKey = schema?.['x-list-key'];
  if (listKey !== undefined) return compareKeyed(before, after, listKey, { ...at, schema });
  if (schema?.['x-set'] === true) return compareSets(before, after, at);
  if (canonicalJson(before) !== canonicalJson(after)) record(before, after, at);
}

function compareKeyed(before: readonly Json[], after: readonly Json[], listKey: string, at: Comparison): void {
  const old = byKey(before, listKey);
  const now = byKey(after, listKey);
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    compare(old.get(key), now.get(key), step(at, { type: 'item', key }, at.schema?.items));
  }
  const stayed = (key: string): boolean => old.has(key) && now.has(key);
  const oldOrder = [...old.keys()].filter(stayed);
  const newOrder = [...now.keys()].filter(stayed);
  if (oldOrder.join('\n') !== newOrder.join('\n')) {
    at.changes.push({ path: `${formatPath(at.path)} (order)`, before: oldOrder, after: newOrder });
  }
}

function compareSets(before: readonly Json[], after: readonly Json[], at: Comparison): void {
  const old = new Map(before.map((member) => [canonicalJson(member), member]));
  const now = new Map(after.map((member) => [canonicalJson(member), member]));
  for (const [identity, member] of old) {
    if (!now.has(identity)) record(member, undefined, step(at, memberStep(member), undefined));
  }
  for (const [identity, member] of now) {
    if (!old.has(identity)) record(undefined, member, step(at, memberStep(member), undefined));
  }
}

function memberStep(member: Json): PathStep {
  return { type: 'item', key: typeof member === 'string' ? member : canonicalJson(member) };
}

function byKey(list: readonly Json[], listKey: string): ReadonlyMap<string, Json> {
  return new Map(list.map((item, index) => [itemKey(item, listKey) ?? `#${index}`, item]));
}

function itemKey(item: Json, listKey: string): string | undefined {
  const key = isJsonObject(item) ? item[listKey] : undefined;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
}

function orderedNames(before: JsonObject, after: JsonObject, schema: ModelSchema | undefined): Iterable<string> {
  const present = new Set([...Object.keys(before), ...Object.keys(after)]);
  const declared = Object.keys(schema?.properties ?? {}).filter((name) => present.has(name));
  const rest = [...present].filter((name) => !declared.includes(name)).sort();
  return [...declared, ...rest];
}

function step(at: Comparison, next: PathStep, schema: ModelSchema | undefined): Comparison {
  return { schema, root: at.root, path: [...at.path, next], changes: at.changes };
}

function record(before: Json | undefined, after: Json | undefined, at: Comparison): void {
  at.changes.push({
    path: formatPath(at.path),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  });
}

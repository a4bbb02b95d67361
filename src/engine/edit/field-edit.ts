import { canonicalJson } from '../canonical-json.ts';
import { normalizeValue } from '../diff/normalize-body.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { branchFor, propertySchema } from '../model/schema-at.ts';
import { valueAt } from '../pointer.ts';
import { asWritten } from './as-written.ts';

/** One place of a document to write, with the value as files have it, or, without a value, to take away. */
export interface FieldEdit {
  readonly path: readonly string[];
  readonly value?: Json;
}

export interface EditRequest {
  /** The document as it stands in the file, overlays and variables included. */
  readonly document: JsonObject;
  readonly environment: string;
  /** The project has no other environment, so what is written outside an overlay changes no other. */
  readonly alone: boolean;
  /** The body that the file gives in this environment now, lists in its order. */
  readonly resolved: JsonObject;
  /** The normalised body that the file should give. */
  readonly wanted: JsonObject;
  /** Of the kind. */
  readonly schema: ModelSchema;
}

/**
 * The fewest edits after which the file gives the wanted body in this environment and what it gave before in
 * every other: a field is written where its overlay already stands, else in the document when it is alone in
 * the project, else in a new overlay. Fields that agree keep their text, variables included.
 */
export function fieldEdits({
  document,
  environment,
  alone,
  resolved,
  wanted,
  schema: root,
}: EditRequest): readonly FieldEdit[] {
  const edits: FieldEdit[] = [];
  const overlayPath = ['environments', environment];
  const visit = (at: Comparison): void => {
    const { now, next, schema, path } = at;
    if (isJsonObject(now) && isJsonObject(next)) {
      const own = schema === undefined ? undefined : branchFor(schema, next, root);
      for (const name of new Set([...Object.keys(now), ...Object.keys(next)])) {
        const described = own === undefined ? undefined : propertySchema(own, name);
        visit({ now: now[name], next: next[name], schema: described, path: [...path, name] });
      }
    } else if (now === undefined || next === undefined || !saysTheSame(now, next, schema, root)) {
      edits.push(...editsAt(at));
    }
  };
  const editsAt = ({ now, next, schema, path }: Comparison): readonly FieldEdit[] => {
    const over = valueAt(document, [...overlayPath, ...path]);
    const base = valueAt(document, path);
    if (next !== undefined) {
      const value = asWritten({ file: over ?? base, now, next, schema }, root);
      if (alone && over === undefined) return [{ path, value }];
      return [{ path: [...overlayPath, ...path], value: patchTo(base, value) }];
    }
    const removal: FieldEdit[] = over === undefined ? [] : [{ path: [...overlayPath, ...path] }];
    if (base === undefined) return removal;
    return alone ? [...removal, { path }] : [{ path: [...overlayPath, ...path], value: null }];
  };
  visit({ now: resolved, next: wanted, schema: root, path: [] });
  return edits;
}

interface Comparison {
  readonly now: Json | undefined;
  readonly next: Json | undefined;
  readonly schema: ModelSchema | undefined;
  readonly path: readonly string[];
}

function saysTheSame(now: Json, next: Json, schema: ModelSchema | undefined, root: ModelSchema): boolean {
  return canonicalJson(schema === undefined ? now : normalizeValue(now, schema, root)) === canonicalJson(next);
}

/** The merge patch that turns `base` into `value`: what `value` lacks is set to null, or it would shine through. */
function patchTo(base: Json | undefined, value: Json): Json {
  if (!isJsonObject(base) || !isJsonObject(value)) return value;
  const gone = Object.keys(base).filter((name) => !Object.hasOwn(value, name));
  const members = Object.entries(value).map(([name, member]) => [name, patchTo(base[name], member)] as const);
  return Object.fromEntries([...members, ...gone.map((name) => [name, null] as const)]);
}

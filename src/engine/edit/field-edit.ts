import { canonicalJson } from '../canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { valueAt } from '../pointer.ts';

/** One place of a document to write or, without a value, to take away. */
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
  /** The body that the file gives in this environment now, and the one it should give. */
  readonly resolved: JsonObject;
  readonly wanted: JsonObject;
}

/**
 * The fewest edits after which the file gives the wanted body in this environment and what it gave before in
 * every other: a field is written where its overlay already stands, else in the document when it is alone in
 * the project, else in a new overlay. Fields that agree keep their text, variables included.
 */
export function fieldEdits({ document, environment, alone, resolved, wanted }: EditRequest): readonly FieldEdit[] {
  const edits: FieldEdit[] = [];
  const overlayPath = ['environments', environment];
  const visit = (now: Json | undefined, then: Json | undefined, path: readonly string[]): void => {
    if (isJsonObject(now) && isJsonObject(then)) {
      for (const name of new Set([...Object.keys(now), ...Object.keys(then)]))
        visit(now[name], then[name], [...path, name]);
    } else if (now === undefined || then === undefined || canonicalJson(now) !== canonicalJson(then)) {
      edits.push(...editsAt(path, then));
    }
  };
  const editsAt = (path: readonly string[], value: Json | undefined): readonly FieldEdit[] => {
    const inOverlay = valueAt(document, [...overlayPath, ...path]) !== undefined;
    const base = valueAt(document, path);
    if (value !== undefined) {
      const target = alone && !inOverlay ? path : [...overlayPath, ...path];
      return [{ path: target, value: alone && !inOverlay ? value : patchTo(base, value) }];
    }
    const removal: FieldEdit[] = inOverlay ? [{ path: [...overlayPath, ...path] }] : [];
    if (base === undefined) return removal;
    return alone ? [...removal, { path }] : [{ path: [...overlayPath, ...path], value: null }];
  };
  visit(resolved, wanted, []);
  return edits;
}

/** The merge patch that turns `base` into `value`: what `value` lacks is set to null, or it would shine through. */
function patchTo(base: Json | undefined, value: Json): Json {
  if (!isJsonObject(base) || !isJsonObject(value)) return value;
  const gone = Object.keys(base).filter((name) => !Object.hasOwn(value, name));
  const members = Object.entries(value).map(([name, member]) => [name, patchTo(base[name], member)] as const);
  return Object.fromEntries([...members, ...gone.map((name) => [name, null] as const)]);
}

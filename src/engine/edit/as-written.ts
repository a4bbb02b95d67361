import { canonicalJson } from '../canonical-json.ts';
import { normalizeValue } from '../diff/normalize-body.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { branchFor, propertySchema } from '../model/schema-at.ts';
import { escapeVariables } from './escape-variables.ts';
import { matchItems } from './match-items.ts';

/** What one place of a file says: `file` as written, `now` with variables resolved, `next` as it is to be. */
export interface Place {
  readonly file: Json | undefined;
  readonly now: Json | undefined;
  readonly next: Json;
  readonly schema: ModelSchema | undefined;
}

/**
 * The value to write for what is to be. Whatever of it the file says already is said as the file says it: with its
 * variables, and fields and the members of sets in the file's order.
 */
export function asWritten({ file, now, next, schema }: Place, root: ModelSchema): Json {
  if (file === undefined || now === undefined) return escapeVariables(next);
  const own = schema === undefined ? undefined : branchFor(schema, next, root);
  if (typeof file === 'string' && canonicalJson(now) === canonicalJson(next)) return file;
  if (Array.isArray(next) && Array.isArray(now) && Array.isArray(file) && file.length === now.length)
    return listAsWritten({ file, now, next, own }, root);
  if (!isJsonObject(next) || !isJsonObject(now) || !isJsonObject(file)) return escapeVariables(next);
  const names = new Set([...Object.keys(file).filter((name) => Object.hasOwn(next, name)), ...Object.keys(next)]);
  const members = [...names].map((name) => {
    const described = own === undefined ? undefined : propertySchema(own, name);
    return [
      name,
      asWritten({ file: file[name], now: now[name], next: next[name] ?? null, schema: described }, root),
    ] as const;
  });
  return Object.fromEntries(members);
}

interface ListPlace {
  readonly file: readonly Json[];
  readonly now: readonly Json[];
  readonly next: readonly Json[];
  readonly own: ModelSchema | undefined;
}

function listAsWritten({ file, now, next, own }: ListPlace, root: ModelSchema): Json {
  const schema = own?.items;
  const normal = schema === undefined ? now : now.map((item) => normalizeValue(item, schema, root));
  const matches = matchItems(normal, next, own?.['x-list-key']);
  const items = next.map((item, index) => {
    const match = matches[index];
    if (match === undefined) return { match: Number.POSITIVE_INFINITY, value: escapeVariables(item) };
    return { match, value: asWritten({ file: file[match], now: now[match], next: item, schema }, root) };
  });
  const inOrder =
    own?.['x-set'] === true ? items.toSorted((a, b) => (a.match < b.match ? -1 : a.match > b.match ? 1 : 0)) : items;
  return inOrder.map(({ value }) => value);
}

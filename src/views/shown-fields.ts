import type { FieldChange } from '../engine/changeset/changeset.ts';
import { canonicalJson } from '../engine/canonical-json.ts';
import type { Json } from '../engine/json.ts';

/**
 * Fields as people read them. What comes into a set or leaves it is addressed by itself, `permissions[invoice:read]`;
 * it is shown as the set with what leaves and what comes: `permissions  - invoice:read`.
 */
export function shownFields(fields: readonly FieldChange[]): readonly FieldChange[] {
  const sets = new Map<string, { readonly removed: Json[]; readonly added: Json[] }>();
  const shown: (FieldChange | string)[] = [];
  for (const field of fields) {
    const set = setOf(field);
    if (set === null) {
      shown.push(field);
      continue;
    }
    const known = sets.get(set);
    const members = known ?? { removed: [], added: [] };
    if (known === undefined) {
      sets.set(set, members);
      shown.push(set);
    }
    if (field.before !== undefined) members.removed.push(field.before);
    if (field.after !== undefined) members.added.push(field.after);
  }
  return shown.flatMap((one) => (typeof one === 'string' ? linesOfSet(one, sets.get(one)) : [one]));
}

/** The path of the set that a member comes into or leaves; null: it is another kind of field. */
function setOf({ after, before, path }: FieldChange): string | null {
  const member = before === undefined ? after : after === undefined ? before : undefined;
  if (member === undefined) return null;
  const key = typeof member === 'string' ? member : canonicalJson(member);
  const suffix = [`[${key}]`, `[${JSON.stringify(key)}]`].find((one) => path.endsWith(one));
  return suffix === undefined ? null : path.slice(0, -suffix.length);
}

function linesOfSet(
  path: string,
  { added, removed }: { readonly removed: readonly Json[]; readonly added: readonly Json[] } = {
    removed: [],
    added: [],
  },
): readonly FieldChange[] {
  return [
    ...(removed.length === 0 ? [] : [{ path, before: together(removed) }]),
    ...(added.length === 0 ? [] : [{ path, after: together(added) }]),
  ];
}

function together(members: readonly Json[]): Json {
  const [only] = members;
  return members.length === 1 && only !== undefined ? only : members;
}

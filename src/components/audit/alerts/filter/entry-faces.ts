import type { AuditEntry } from '../../entries/entry.ts';

/**
 * What a filter looks at: the entry as a whole, and where it changed several things each of them as if it were an entry
 * of its own. Otherwise a role given to many at once would go past a rule that watches for it.
 */
export function facesOf(entry: AuditEntry): readonly AuditEntry[] {
  const { changes } = entry;
  if (!isList(changes)) return [entry];
  const { after: _after, before: _before, changes: _changes, ...whole } = entry;
  return [entry, ...changes.map((change) => ({ ...whole, ...change }))];
}

function isList<T>(value: readonly T[] | object | undefined): value is readonly T[] {
  return Array.isArray(value);
}

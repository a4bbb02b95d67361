import type { Locations } from '../../ports.ts';
import type { AuditEntry } from '../entries/entry.ts';

/** The entry with the country of its actor's address, where that is known; as it is otherwise. */
export function atItsPlace(entry: AuditEntry, locations: Locations | undefined): AuditEntry {
  const { ip } = entry.actor;
  const location = ip === undefined ? undefined : locations?.locate(ip);
  return location === undefined ? entry : { ...entry, actor: { ...entry.actor, location } };
}

import { changeEventType, happenings } from './change-event-type.ts';

/*
 * Which types of events the platform itself sends, for whoever names events in files. Files are checked by a program that
 * is loaded at every save, so this is a short list and not what components declare to others in their `api.ts`; a test
 * holds one against the other.
 */

/** By first word what follows it, of all but the changes to kinds. */
const types: ReadonlyMap<string, string> = new Map([
  ['alert', 'fired'],
  ['audit', 'archive_removed pruned restore_ended restored'],
  ['audit-stream', 'replayed'],
  ['cross_tenant_grant', 'set withdrawn'],
  ['entitlement', 'override_removed override_set'],
  ['environment', 'created mode_changed'],
  ['flag', 'archived'],
  ['key', 'created revoked rotated'],
  ['member', 'added removed roles_changed'],
  ['personal', 'erased'],
  ['relationship', 'created deleted'],
  ['revision', 'applied'],
  ['secret', 'removed set'],
  ['service_account', 'created deleted roles_changed'],
  ['tenant', 'created deleted plan_changed updated'],
  ['user', 'created deleted updated'],
  ['webhook', 'disabled enabled replayed secretRotated'],
]);

/** Whether the platform sends events of exactly this type, of which there are these kinds. */
export function isPlatformEvent(type: string, kinds: readonly string[]): boolean {
  const { family, rest } = parts(type);
  if (types.get(family)?.split(' ').includes(rest) === true) return true;
  return happenings.includes(rest) && kinds.some((kind) => changeEventType(kind, rest) === type);
}

/** Why nobody else may call an event like that. */
export function sentByPlatform(type: string): string {
  return `\`${type}\` is sent by the platform itself: whoever receives this one would take it for that.`;
}

/** Whether any event that the platform sends begins with the same word. */
export function isPlatformFamily(type: string, kinds: readonly string[]): boolean {
  const { family } = parts(type);
  return types.has(family) || kinds.some((kind) => changeEventType(kind, '') === `${family}.`);
}

/** `tenant.plan_changed`: `tenant` and `plan_changed`. */
function parts(type: string): { readonly family: string; readonly rest: string } {
  const point = type.indexOf('.');
  return point === -1 ? { family: type, rest: '' } : { family: type.slice(0, point), rest: type.slice(point + 1) };
}

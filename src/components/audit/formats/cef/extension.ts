import { isIPv4, isIPv6 } from 'node:net';
import type { Json } from '../../../../engine/json.ts';
import type { AuditEntry, SealedEntry } from '../../entries/entry.ts';
import type { EntrySource } from '../format.ts';
import { Fields } from './fields.ts';

/**
 * The keys and values of an entry. Of values longer than CEF allows there is the beginning, which ends in an ellipsis:
 * all of the entry is found by its `externalId`.
 */
export function extensionOf(entry: AuditEntry, { hash, sequence }: SealedEntry, { host }: EntrySource): string {
  const { actor, authentication, decision, resource } = entry;
  const user = resource?.type === 'user' ? resource : undefined;
  const fields = new Fields();
  fields.add('rt', 32, milliseconds(entry.timestamp));
  fields.add('externalId', 40, entry.id);
  fields.add('act', 63, entry.action);
  fields.add('cat', 1023, categoryOf(entry.action));
  fields.add('outcome', 63, entry.outcome);
  fields.add('reason', 1023, entry.reason ?? decision?.reason);
  fields.add('suid', 1023, actor.id);
  fields.add('suser', 1023, actor.email ?? actor.name);
  fields.add('spriv', 1023, actor.type);
  addAddress(fields, actor.ip);
  fields.add('requestClientApplication', 1023, actor.userAgent);
  fields.add('duid', 1023, user?.id);
  fields.add('duser', 1023, user?.name);
  fields.add('dvchost', 100, host);
  fields.add('deviceFacility', 1023, entry.environment);
  fields.addLabelled('cs1', 4000, 'tenant', entry.tenantId);
  fields.addLabelled('cs2', 4000, 'resourceType', resource?.type);
  fields.addLabelled('cs3', 4000, 'resourceId', resource?.id);
  fields.addLabelled('cs4', 4000, 'before', json(entry.before));
  if (entry.changes === undefined) fields.addLabelled('cs5', 4000, 'after', json(entry.after));
  else fields.addLabelled('cs5', 4000, 'changes', json(entry.changes));
  fields.addLabelled('cs6', 4000, 'hash', hash);
  fields.addLabelled('cn1', 32, 'sequence', sequence);
  fields.addLabelled('flexString1', 1023, 'requestId', entry.requestId);
  fields.addLabelled('flexString2', 1023, 'permission', decision?.permission ?? authentication?.mode);
  return fields.text;
}

/** What stands before the first point. */
function categoryOf(action: string): string {
  const end = action.indexOf('.');
  return end === -1 ? action : action.slice(0, end);
}

/** `src` takes IPv4 alone. */
function addAddress(fields: Fields, ip: string | undefined): void {
  if (ip === undefined) return;
  if (isIPv4(ip)) fields.add('src', 15, ip);
  else if (isIPv6(ip)) fields.addLabelled('c6a2', 64, 'Source IPv6 Address', ip);
  else fields.add('shost', 1023, ip);
}

/** Undefined for a time that is none: it was told by somebody else. */
export function milliseconds(instant: string): number | undefined {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? undefined : time;
}

function json(value: Json | object | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

import { isIPv4, isIPv6 } from 'node:net';
import type { Json } from '../../../../engine/json.ts';
import type { AuditEntry, SealedEntry } from '../../entries/entry.ts';
import { cutText } from '../cut-text.ts';
import type { EntrySource } from '../format.ts';
import { escapeValue } from './escape.ts';

type Value = string | number | undefined;
/** With the longest value that the specification allows. */
type Field = readonly [key: string, longest: number, value: Value];

/**
 * The keys and values of an entry. Of values longer than CEF allows there is the beginning, which ends in an ellipsis:
 * all of the entry is found by its `externalId`.
 */
export function extensionOf(entry: AuditEntry, { hash, sequence }: SealedEntry, { host }: EntrySource): string {
  const { actor, authentication, decision, resource } = entry;
  const fields: readonly Field[] = [
    ['rt', 32, milliseconds(entry.timestamp)],
    ['externalId', 40, entry.id],
    ['act', 63, entry.action],
    ['cat', 1023, entry.action.split('.')[0]],
    ['outcome', 63, entry.outcome],
    ['reason', 1023, entry.reason ?? decision?.reason],
    ['suid', 1023, actor.id],
    ['suser', 1023, actor.email ?? actor.name],
    ['spriv', 1023, actor.type],
    ...addressFields(actor.ip),
    ['requestClientApplication', 1023, actor.userAgent],
    ['duid', 1023, resource?.type === 'user' ? resource.id : undefined],
    ['duser', 1023, resource?.type === 'user' ? resource.name : undefined],
    ['dvchost', 100, host],
    ['deviceFacility', 1023, entry.environment],
    ...labelled('cs1', 4000, 'tenant', entry.tenantId),
    ...labelled('cs2', 4000, 'resourceType', resource?.type),
    ...labelled('cs3', 4000, 'resourceId', resource?.id),
    ...labelled('cs4', 4000, 'before', json(entry.before)),
    ...(entry.changes === undefined
      ? labelled('cs5', 4000, 'after', json(entry.after))
      : labelled('cs5', 4000, 'changes', json(entry.changes))),
    ...labelled('cs6', 4000, 'hash', hash),
    ...labelled('cn1', 32, 'sequence', sequence),
    ...labelled('flexString1', 1023, 'requestId', entry.requestId),
    ...labelled('flexString2', 1023, 'permission', decision?.permission ?? authentication?.mode),
  ];
  return writeFields(fields);
}

export function writeFields(fields: readonly Field[]): string {
  return fields
    .flatMap(([key, longest, value]) => {
      if (value === undefined || value === '') return [];
      return [`${key}=${typeof value === 'number' ? value : escapeValue(cutText(value, longest))}`];
    })
    .join(' ');
}

/** A key that says what it holds by a second one; neither without the other. */
export function labelled(key: string, longest: number, label: string, value: Value): readonly Field[] {
  if (value === undefined || value === '') return [];
  return [
    [`${key}Label`, 1023, label],
    [key, longest, value],
  ];
}

/** `src` takes IPv4 alone. */
function addressFields(ip: string | undefined): readonly Field[] {
  if (ip === undefined) return [];
  if (isIPv4(ip)) return [['src', 15, ip]];
  if (isIPv6(ip)) return labelled('c6a2', 64, 'Source IPv6 Address', ip);
  return [['shost', 1023, ip]];
}

/** Undefined for a time that is none: it was told by somebody else. */
export function milliseconds(instant: string): number | undefined {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? undefined : time;
}

function json(value: Json | object | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

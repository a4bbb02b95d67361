import { isIPv4, isIPv6 } from 'node:net';
import type { Json } from '../../../../engine/json.ts';
import type { AuditEntry, SealedEntry } from '../../entries/entry.ts';
import type { EntrySource } from '../format.ts';
import { reportedBy } from '../reported-by.ts';
import { field, integerField, joined } from './fields.ts';

/**
 * The keys and values of an entry. Of values longer than CEF allows there is the beginning, which ends in an ellipsis:
 * all of the entry is found by its `externalId`.
 *
 * @param time milliseconds since 1970
 * @param ofAction the keys that hold the action
 */
export function extensionOf(
  entry: AuditEntry,
  { hash, sequence }: SealedEntry,
  { host }: EntrySource,
  time: number | undefined,
  ofAction: string,
): string {
  const { actor, authentication, decision, resource } = entry;
  const user = resource?.type === 'user' ? resource : undefined;
  const rest =
    field(' externalId=', 40, entry.id) +
    ofAction +
    field(' outcome=', 63, entry.outcome) +
    field(' reason=', 1023, entry.reason ?? decision?.reason) +
    field(' suid=', 1023, actor.id) +
    field(' suser=', 1023, actor.email ?? actor.name) +
    field(' spriv=', 1023, actor.type) +
    addressField(actor.ip ?? actor.invalidIp) +
    field(' requestClientApplication=', 1023, actor.userAgent) +
    field(' sourceServiceName=', 1023, reportedBy(entry)) +
    field(' duid=', 1023, user?.id) +
    field(' duser=', 1023, user?.name) +
    field(' dvchost=', 100, host) +
    field(' deviceFacility=', 1023, entry.environment) +
    field(' cs1Label=tenant cs1=', 4000, entry.tenantId) +
    field(' cs2Label=resourceType cs2=', 4000, resource?.type) +
    field(' cs3Label=resourceId cs3=', 4000, resource?.id) +
    field(' cs4Label=before cs4=', 4000, json(entry.before)) +
    (entry.changes === undefined
      ? field(' cs5Label=after cs5=', 4000, json(entry.after))
      : field(' cs5Label=changes cs5=', 4000, json(entry.changes))) +
    // Hexadecimal digits: there is nothing in them to escape.
    ` cs6Label=hash cs6=${hash}` +
    integerField(' cn1Label=sequence cn1=', sequence) +
    field(' flexString1Label=requestId flexString1=', 1023, entry.requestId) +
    (decision?.permission === undefined
      ? field(' flexString2Label=authentication flexString2=', 1023, authentication?.mode)
      : field(' flexString2Label=permission flexString2=', 1023, decision.permission));
  return time === undefined ? joined(rest) : integerField('rt=', time) + rest;
}

/** `src` takes IPv4 alone. */
function addressField(ip: string | undefined): string {
  if (ip === undefined) return '';
  if (isIPv4(ip)) return field(' src=', 15, ip);
  if (isIPv6(ip)) return field(' c6a2Label=Source IPv6 Address c6a2=', 64, ip);
  return field(' shost=', 1023, ip);
}

function json(value: Json | object | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

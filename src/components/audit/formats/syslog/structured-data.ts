import type { AuditEntry, SealedEntry } from '../../entries/entry.ts';
import type { EntrySource } from '../format.ts';
import { reportedBy } from '../reported-by.ts';
import { visibleControls } from '../visible-controls.ts';

/** Kept for examples by RFC 5612, so that it is nobody's. */
const nobodysNumber = 32473;

type Parameter = readonly [name: string, value: string | number | boolean | undefined];

/** What a reader finds entries by, without reading the message. */
export function structuredData(entry: AuditEntry, sealed: SealedEntry, source: EntrySource): string {
  const { actor, resource } = entry;
  return (
    originElement(source) +
    dreamElement(source, [
      ['id', entry.id],
      ['sequence', sealed.sequence],
      ['environment', entry.environment],
      ['tenant', entry.tenantId],
      ['action', entry.action],
      ['outcome', entry.outcome],
      ['reason', entry.reason],
      ['actorType', actor.type],
      ['actorId', actor.id],
      ['actorName', actor.name],
      ['actorEmail', actor.email],
      ['ip', actor.ip],
      ['invalidIp', actor.invalidIp],
      ['country', actor.location?.country],
      ['resourceType', resource?.type],
      ['resourceId', resource?.id],
      ['requestId', entry.requestId],
      ['reportedBy', reportedBy(entry)],
      ['hash', sealed.hash],
      ['previousHash', sealed.previousHash],
    ])
  );
}

/** Who sends it: one of the names that RFC 5424 itself gives. */
export function originElement({ version }: EntrySource): string {
  return element('origin', [
    ['software', 'Dream'],
    ['swVersion', version.slice(0, 32)],
  ]);
}

export function dreamElement({ enterpriseNumber }: EntrySource, parameters: readonly Parameter[]): string {
  return element(`dream@${enterpriseNumber ?? nobodysNumber}`, parameters);
}

function element(id: string, parameters: readonly Parameter[]): string {
  const written = parameters.flatMap(([name, value]) =>
    value === undefined ? [] : [` ${name}="${escapeParameter(String(value))}"`],
  );
  return `[${id}${written.join('')}]`;
}

/** Backslash first: what is escaped afterwards gets backslashes of its own. */
function escapeParameter(text: string): string {
  return visibleControls(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll(']', '\\]');
}

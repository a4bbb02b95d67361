import type { Json } from '../../../../engine/json.ts';
import type { AuditEntry, SealedEntry } from '../../entries/entry.ts';
import { guardFormula } from './guard-formula.ts';

type Cell = string | number | boolean | undefined;
type Column = readonly [name: string, cell: (entry: AuditEntry, sealed: SealedEntry) => Cell];

/** Of every file, in this order. New ones come at the end: whoever reads columns by their number must not notice. */
const columns: readonly Column[] = [
  ['sequence', (_, { sequence }) => sequence],
  ['id', ({ id }) => id],
  ['timestamp', ({ timestamp }) => timestamp],
  ['recordedAt', ({ recordedAt }) => recordedAt],
  ['environment', ({ environment }) => environment],
  ['tenantId', ({ tenantId }) => tenantId],
  ['action', ({ action }) => action],
  ['outcome', ({ outcome }) => outcome],
  ['reason', ({ reason }) => reason],
  ['actorType', ({ actor }) => actor.type],
  ['actorId', ({ actor }) => actor.id],
  ['actorName', ({ actor }) => actor.name],
  ['actorEmail', ({ actor }) => actor.email],
  ['ip', ({ actor }) => actor.ip],
  ['country', ({ actor }) => actor.location?.country],
  ['userAgent', ({ actor }) => actor.userAgent],
  ['resourceType', ({ resource }) => resource?.type],
  ['resourceId', ({ resource }) => resource?.id],
  ['resourceName', ({ resource }) => resource?.name],
  ['before', ({ before }) => json(before)],
  ['after', ({ after }) => json(after)],
  ['changes', ({ changes }) => json(changes)],
  ['requestId', ({ requestId }) => requestId],
  ['authentication', ({ authentication }) => authentication?.mode],
  ['keyId', ({ authentication }) => authentication?.keyId],
  ['sessionId', ({ authentication }) => authentication?.sessionId],
  ['allowed', ({ decision }) => (decision === undefined ? undefined : String(decision.allowed))],
  ['permission', ({ decision }) => decision?.permission],
  ['decisionReason', ({ decision }) => decision?.reason],
  ['decisionId', ({ decision }) => decision?.decisionId],
  ['policyRevision', ({ decision }) => decision?.policyRevision],
  ['personal', ({ personal }) => personal],
  ['metadata', ({ metadata }) => json(metadata)],
  ['hash', (_, { hash }) => hash],
  ['previousHash', (_, { previousHash }) => previousHash],
  ['reported', ({ reported }) => (reported === undefined ? undefined : String(reported))],
  ['invalidIp', ({ actor }) => actor.invalidIp],
];

export const columnNames: readonly string[] = columns.map(([name]) => name);

export function cellsOf(entry: AuditEntry, sealed: SealedEntry): Cell[] {
  return columns.map(([, cell]) => {
    const value = cell(entry, sealed);
    return typeof value === 'string' ? guardFormula(value) : value;
  });
}

/** A row with nothing but the named cells. */
export function cellsNamed(cells: { readonly [column: string]: Cell }): Cell[] {
  return columnNames.map((name) => cells[name]);
}

function json(value: Json | object | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

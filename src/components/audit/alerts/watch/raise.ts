import type { Transaction } from '../../../../db/contract.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { Ids } from '../../../../host/contract.ts';
import type { ActionTaken } from '../firings/action-taken.ts';
import { describeFiring } from '../firings/describe-firing.ts';
import type { Firing } from '../firing.ts';
import type { RuleAction } from '../rules/rule.ts';
import { type EventRow, type FiringRow, insertEvents, insertFirings } from './queries.ts';

/** What everybody reads who wants to hear of alarms, whatever else the rule says. */
export const firedEvent = 'alert.fired';

/**
 * Raises alarms in the transaction that has moved on in the chain: there is either all of it or nothing. One that was
 * raised before is not raised again.
 */
export async function raise(
  tx: Transaction,
  firings: readonly Firing[],
  { environmentId, ids, now }: { readonly environmentId: string; readonly ids: Ids; readonly now: Date },
): Promise<void> {
  const rows = firings.map((firing) => rowOf(firing, { id: ids.next('alf'), environmentId, now }));
  const added = await insertFirings(tx, rows);
  const events = rows
    .filter(({ id }) => added.has(id))
    .flatMap((row) => eventsOf(row).map((event) => ({ ...event, id: ids.next('evt') })));
  await insertEvents(tx, events);
}

function rowOf(
  { at, count, from, key, rule, sequence, tenantId, to }: Firing,
  made: { readonly id: string; readonly environmentId: string; readonly now: Date },
): FiringRow {
  return {
    id: made.id,
    environmentId: made.environmentId,
    tenantId,
    rule: rule.key,
    key,
    sequence,
    severity: rule.severity,
    tags: [...rule.tags],
    count,
    windowStart: new Date(from),
    windowEnd: new Date(to),
    happenedAt: new Date(at),
    firedAt: made.now,
    actions: rule.actions.map(taken),
  };
}

function taken(action: RuleAction): ActionTaken {
  switch (action.does) {
    case 'event':
      return { does: 'event', target: action.type, outcome: 'done' };
    case 'workflow':
      return { does: 'workflow', target: action.workflow, outcome: 'handed-on' };
    case 'webhook': {
      const reason = 'nothing here calls webhook endpoints';
      return { does: 'webhook', target: action.endpoint, outcome: 'impossible', reason };
    }
  }
}

/** The one that tells of every alarm, and those that the rule asks for. */
function eventsOf(row: FiringRow): readonly Omit<EventRow, 'id'>[] {
  const payload: JsonObject = { ...describeFiring(row) };
  const own = row.actions.flatMap(({ does, target }) => (does === 'event' ? [target] : []));
  return [firedEvent, ...own].map((type) => ({
    environmentId: row.environmentId,
    tenantId: row.tenantId === '' ? null : row.tenantId,
    type,
    subject: `AlertRule/${row.rule}`,
    payload,
    createdAt: row.firedAt,
  }));
}

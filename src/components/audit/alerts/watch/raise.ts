import type { Transaction } from '../../../../db/contract.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { Ids } from '../../../../host/contract.ts';
import type { WebhookCalls } from '../../../ports.ts';
import type { DoneBeside, RecordBeside } from '../../../../server/trail.ts';
import { alertsName, firedAction } from '../fired.ts';
import type { ActionTaken } from '../firings/action-taken.ts';
import { describeFiring } from '../firings/describe-firing.ts';
import type { Firing } from '../firing.ts';
import type { RuleAction } from '../rules/rule.ts';
import { type EventRow, type FiringRow, insertEvents, insertFirings, selectRaised } from './queries.ts';

/** What alarms are raised with. */
export interface Raising {
  readonly environmentId: string;
  readonly ids: Ids;
  readonly now: Date;
  readonly record: RecordBeside;
  readonly webhooks: WebhookCalls | undefined;
}

/**
 * Raises alarms in the transaction that has moved on in the chain: there is either all of it or nothing. One that was
 * raised before is not raised again. Only whoever has the follower's place may call it.
 */
export async function raise(tx: Transaction, firings: readonly Firing[], raising: Raising): Promise<void> {
  if (firings.length === 0) return;
  const rows = firings.map((firing) => rowOf(firing, raising));
  const raised = await selectRaised(tx, rows);
  const fresh = rows
    .filter((row) => !raised.has(nameOf(row)))
    .map((row) => ({ row, events: eventsOf(row).map((event) => ({ ...event, id: raising.ids.next('evt') })) }));
  const events = fresh.flatMap((one) => one.events);
  await insertEvents(tx, events);
  const told: FiringRow[] = [];
  for (const {
    events: [event],
    row,
  } of fresh)
    told.push(event === undefined ? row : await call(tx, row, event, raising));
  await insertFirings(tx, told);
  await raising.record(tx, told.map(doneOf));
}

/** Its events are written before whoever is called by them. */
function doneOf(row: FiringRow): DoneBeside {
  const { environmentId, firedAt, rule, tenantId } = row;
  return {
    action: firedAction,
    environmentId,
    actor: { type: 'system', id: alertsName },
    now: firedAt,
    changed: {
      resource: { type: 'AlertRule', id: rule },
      ...(tenantId === '' ? {} : { tenantId }),
      before: null,
      after: describeFiring(row),
      eventsWritten: true,
    },
  };
}

/** Of a firing within its environment. */
function nameOf({ key, rule, sequence, tenantId }: Pick<FiringRow, 'key' | 'rule' | 'sequence' | 'tenantId'>) {
  return JSON.stringify([tenantId, rule, key, sequence]);
}

function rowOf({ at, count, from, key, rule, sequence, tenantId, to }: Firing, raising: Raising): FiringRow {
  return {
    id: raising.ids.next('alf'),
    environmentId: raising.environmentId,
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
    firedAt: raising.now,
    actions: rule.actions.map(expected),
  };
}

/** What becomes of an action, as far as nobody else is asked. */
function expected(action: RuleAction): ActionTaken {
  switch (action.does) {
    case 'event':
      return { does: 'event', target: action.type, outcome: 'done' };
    case 'workflow':
      return { does: 'workflow', target: action.workflow, outcome: 'handed-on' };
    case 'webhook':
      return { does: 'webhook', target: action.endpoint, outcome: 'done' };
  }
}

/** Lets endpoints be called with the event that tells of an alarm; answers with what was done. */
async function call(tx: Transaction, row: FiringRow, event: EventRow, raising: Raising): Promise<FiringRow> {
  if (!row.actions.some(({ does }) => does === 'webhook')) return row;
  const { environmentId, ids, now, webhooks } = raising;
  const { id, tenantId = null, type } = event;
  const actions: ActionTaken[] = [];
  for (const action of row.actions) {
    const answer =
      action.does === 'webhook'
        ? ((await webhooks?.tell(tx, { environmentId, key: action.target }, { id, type, tenantId }, { ids, now })) ??
          'nothing here calls webhook endpoints')
        : 'called';
    actions.push(answer === 'called' ? action : { ...action, outcome: 'impossible', reason: answer });
  }
  return { ...row, actions };
}

/** The one that tells of every alarm, and those that the rule asks for. */
function eventsOf(row: FiringRow): readonly Omit<EventRow, 'id'>[] {
  // What became of calls is not known when it is written.
  const actions = row.actions.map(({ does, target }) => ({ does, target }));
  const payload: JsonObject = { ...describeFiring(row), actions };
  const own = row.actions.flatMap(({ does, target }) => (does === 'event' ? [target] : []));
  return [firedAction, ...own].map((type) => ({
    environmentId: row.environmentId,
    tenantId: row.tenantId === '' ? null : row.tenantId,
    type,
    subject: `AlertRule/${row.rule}`,
    payload,
    createdAt: row.firedAt,
  }));
}

import type { AuditEntry } from '../entries/entry.ts';

/** Who raises alarms, in the record, and the name of its place among entries. */
export const alertsName = 'audit-alerts';
/** What everybody reads who wants to hear of alarms, whatever else a rule says; an event, and an entry of the record. */
export const firedAction = 'alert.fired';

/** Whether an entry tells of an alarm. No rule looks at those: one for all actions would raise alarms for ever. */
export function tellsOfAlarm({ action, actor }: AuditEntry): boolean {
  return action === firedAction && actor.type === 'system' && actor.id === alertsName;
}

import { isJsonObject, type Json } from '../../engine/json.ts';
import { entriesOf, listOf } from '../../engine/json-fields.ts';
import { childPointer } from '../../engine/pointer.ts';
import { firedAction } from './alerts/fired.ts';
import type { AuditFinding } from './findings.ts';

/** Names in a filter the entries of alarms, which no rule looks at. What fits them among others is no mistake. */
export function watchedActionFindings(filter: Json | undefined, pointer: string): readonly AuditFinding[] {
  return entriesOf(filter).flatMap(([name, test]) => {
    const at = childPointer(pointer, name);
    if (name === 'any' || name === 'all') {
      return listOf(test).flatMap((inner, index) => watchedActionFindings(inner, childPointer(at, index)));
    }
    return name === 'action' ? placesOf(test, at).map(unwatched) : [];
  });
}

/** Where an action is asked for by its very name. */
function placesOf(test: Json, pointer: string): readonly string[] {
  if (test === firedAction) return [pointer];
  if (Array.isArray(test)) {
    return test.flatMap((one, index) => (one === firedAction ? [childPointer(pointer, index)] : []));
  }
  if (!isJsonObject(test)) return [];
  return entriesOf(test).flatMap(([name, value]) =>
    name === 'equals' || name === 'in' ? placesOf(value, childPointer(pointer, name)) : [],
  );
}

function unwatched(pointer: string): AuditFinding {
  return {
    code: 'audit/action-unwatched',
    severity: 'warning',
    pointer,
    message: `No rule looks at the entries \`${firedAction}\` that alarms leave: a rule on all actions would raise them for ever.`,
    hint: `To hear of an alarm, name a webhook or a workflow in its \`then\`, or have a WebhookEndpoint ask for the event \`${firedAction}\`.`,
  };
}

import type { JsonObject } from '../../engine/json.ts';
import { textOf } from '../../engine/json-fields.ts';

/** Why nobody is put on a plan that is off sale, by its state. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['legacy', 'those who have it keep it, and nobody new gets it'],
  ['archived', 'nobody may be on it'],
]);

/** `active` unless the plan says otherwise. */
export function stateOf(plan: JsonObject): string {
  return textOf(plan['state']) ?? 'active';
}

/** Why nobody is put on the plan, as a part of a sentence; null while it is on sale. */
export function whyOffSale(plan: JsonObject): string | null {
  return reasons.get(stateOf(plan)) ?? null;
}

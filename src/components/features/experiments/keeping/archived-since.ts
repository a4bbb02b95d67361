import type { JsonObject } from '../../../../engine/json.ts';
import { compileFlag } from '../../ruleset/compile-flag.ts';

/** Since when a live flag is archived, by its own word or by its schedule; null: it is not. */
export function archivedSince(
  { body, key, updatedAt }: { readonly key: string; readonly body: JsonObject; readonly updatedAt: Date },
  now: Date,
): Date | null {
  const { schedule = [], state } = compileFlag(key, body);
  let [last, since] = [state, updatedAt];
  for (const step of schedule) {
    const at = new Date(step.at);
    if (at > now) break;
    if (step.state !== undefined && step.state !== last) [last, since] = [step.state, at];
  }
  return last === 'archived' ? since : null;
}

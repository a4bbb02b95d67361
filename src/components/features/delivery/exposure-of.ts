import type { JsonObject } from '../../../engine/json.ts';
import { readAttribute } from '../evaluation/attribute-path.ts';
import { unitOf } from '../evaluation/attribute.ts';
import type { EvaluationContext, Outcome } from '../evaluation/contract.ts';
import { isSensitive } from '../evaluation/is-sensitive.ts';
import { isObject, own } from '../evaluation/read.ts';
import type { Ruleset } from '../evaluation/ruleset.ts';

/**
 * What was dealt, of an outcome that counts for an experiment: the attribute and its value, for whoever shows the flag to tell
 * when it was seen. Undefined where it counts for none, or may not be told.
 */
export function exposureOf(
  { unit: by }: Outcome,
  context: EvaluationContext,
  { sensitive = {} }: Pick<Ruleset, 'sensitive'>,
): JsonObject | undefined {
  if (by === undefined) return undefined;
  const attribute = readAttribute(by);
  if (isSensitive(sensitive, attribute)) return undefined;
  let value: unknown = context;
  for (const name of [attribute.kind, ...attribute.path]) value = isObject(value) ? own(value, name) : undefined;
  const unit = unitOf(value);
  return unit === undefined || unit === '' ? undefined : { by, unit };
}

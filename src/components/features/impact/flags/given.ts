import { canonicalJson } from '../../../../engine/canonical-json.ts';
import type { Json } from '../../../../engine/json.ts';
import type { Outcome } from '../../evaluation/contract.ts';

/** What code is given: a variation and its value; null where it falls back to its own default. */
export type Given = { readonly variation: string; readonly value: Json } | null;

export function given({ hasValue, value, variant }: Outcome): Given {
  return hasValue && variant !== null ? { variation: variant, value: value ?? null } : null;
}

/** Equal for what is felt alike: that another variation has the same value is felt by nobody. */
export function valueText(outcome: Outcome): string | null {
  const one = given(outcome);
  return one === null ? null : canonicalJson(one.value);
}

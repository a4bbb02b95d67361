import type { RulesetPatch, VersionedRuleset } from '../../evaluation/ruleset-patch.ts';
import { applyRulesetPatch } from '../../evaluation/ruleset-patch.ts';

/** A ruleset with its version, from JSON that somebody sent or kept; undefined where it is none. Never throws. */
export function readVersioned(input: unknown): VersionedRuleset | undefined {
  const value = typeof input === 'string' ? parsed(input) : input;
  try {
    if (!isFields(value) || typeof value['version'] !== 'string') return undefined;
    const ruleset = value['ruleset'];
    if (!isFields(ruleset) || ruleset['format'] !== 1 || !isFields(ruleset['flags'])) return undefined;
    // The evaluator reads the rest of it with the same care, flag by flag.
    return { version: value['version'], ruleset: ruleset as unknown as VersionedRuleset['ruleset'] };
  } catch {
    return undefined;
  }
}

/** What a patch makes of the ruleset that is held; undefined where it does not fit, or is none. Never throws. */
export function patched(held: VersionedRuleset | undefined, input: string): VersionedRuleset | undefined {
  const patch = parsed(input);
  try {
    if (held === undefined || !isFields(patch) || patch['format'] !== 1) return undefined;
    return readVersioned(applyRulesetPatch(held, patch as unknown as RulesetPatch));
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

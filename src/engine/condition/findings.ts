import type { BodyFinding } from '../model/registry.ts';

/** Every mistake that conditions can have beyond their form, whichever kind they stand in: code → what it means. */
export const findings = {
  'condition/bad-pattern': 'A regular expression cannot be read, uses what RE2 does not know, or is too large.',
  'condition/bad-network': 'A text under `cidr` is no IP address or network.',
  'condition/impossible-date': 'A date does not exist in the calendar.',
  'condition/empty-range': 'No value can pass the tests, because their limits exclude each other.',
  'condition/bad-remainder': 'A remainder is not smaller than its divisor.',
  'condition/nothing-to-compare': '`ignoreCase` stands without a text to compare.',
} as const;

export type ConditionFinding = BodyFinding & { readonly code: keyof typeof findings };

import type { BodyFinding } from '../../engine/model/registry.ts';

/** Every mistake that only this component can see: code → what it means. */
export const findings = {
  'analytics/event-reserved': 'An event of the product is called like one that the platform itself sends.',
  'analytics/limit-not-for-type': 'A property of an event has a limit that means nothing for its type.',
  'analytics/limits-out-of-order': 'The smallest value a property may have is greater than the largest.',
  'analytics/value-not-of-type': 'A value that a property may have is not of its type.',
  'analytics/bad-pattern': 'A regular expression cannot be read, or uses what RE2 does not know.',
} as const;

export type AnalyticsFinding = BodyFinding & { readonly code: keyof typeof findings };

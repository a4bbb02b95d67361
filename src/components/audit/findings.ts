import type { BodyFinding } from '../../engine/model/registry.ts';

/** Every mistake that only this component can see: code → what it means. */
export const findings = {
  'audit/keep-too-short': 'A retention policy keeps entries for less than 90 days.',
  'audit/archive-address': 'A retention policy archives to what is neither a folder nor a bucket.',
  'audit/pattern-missing': 'An alert rule does not say which entries it is about.',
  'audit/pattern-ambiguous': 'An alert rule says two different patterns at once.',
  'audit/too-many-to-tell-apart': 'An alert rule waits for more different values than are told apart.',
  'audit/event-reserved': 'An alert rule publishes an event under a type that the platform itself sends.',
  'audit/event-family': 'An alert rule publishes an event that begins like events of the platform.',
  'audit/action-unwatched': 'An alert rule names the entries that alarms leave, which no rule looks at.',
  'audit/header-reserved': 'A stream sets a header that is set with every call.',
  'audit/header-in-clear': 'A header that proves who is calling stands in the file in clear.',
  'audit/url-in-clear': 'A stream of a live environment would send entries without encryption.',
  'audit/gathered-too-long': 'A stream gathers entries for longer than 60 seconds.',
} as const;

export type AuditFinding = BodyFinding & { readonly code: keyof typeof findings };

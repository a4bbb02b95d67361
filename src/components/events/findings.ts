import type { BodyFinding } from '../../engine/model/registry.ts';

/** Every mistake that only this component can see: code → what it means. */
export const findings = {
  'events/header-in-clear': 'A header that proves who is calling stands in the file in clear.',
  'events/header-reserved': 'A header is one that the platform sets itself.',
  'events/version-unknown': 'An endpoint asks for a form of events that the platform does not write.',
  'events/url-in-clear': 'An endpoint of a live environment would be called without encryption.',
  'events/timeout-too-long': 'An endpoint may take longer to answer than the platform waits.',
} as const;

export type EventsFinding = BodyFinding & { readonly code: keyof typeof findings };

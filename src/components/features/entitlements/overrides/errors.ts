import { defineError } from '../../../../engine/platform-error/index.ts';

export const overrideErrors = {
  notFound: defineError({
    code: 'entitlement-overrides/not-found',
    type: 'not-found',
    userMessage: 'There is no such agreement.',
    meaning: 'The tenant has no override of this entitlement: it was removed, or never made.',
  }),
  notOfType: defineError({
    code: 'entitlement-overrides/value-not-of-type',
    type: 'validation',
    userMessage: 'The value does not fit the feature.',
    meaning:
      'An override takes what a plan could say of the same entitlement: `true` or `false` for a switch, a number or `unlimited` for a quantity, `{ min, max }` for a range, one of the levels for a custom one.',
  }),
  expiryInThePast: defineError({
    code: 'entitlement-overrides/expiry-in-the-past',
    type: 'validation',
    userMessage: 'The expiry date is in the past.',
    meaning: '`expiresAt` must lie in the future.',
  }),
} as const;

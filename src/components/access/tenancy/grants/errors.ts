import { defineError } from '../../../../engine/platform-error/index.ts';

export const grantErrors = {
  notFound: defineError({
    code: 'grants/not-found',
    type: 'not-found',
    userMessage: 'This access does not exist.',
    meaning: 'The user has no cross-tenant grant for the tenant: it was withdrawn, or never given.',
  }),
  expiryInThePast: defineError({
    code: 'grants/expiry-in-the-past',
    type: 'validation',
    userMessage: 'The expiry date is in the past.',
    meaning: '`expiresAt` must lie in the future.',
  }),
} as const;

import { defineError } from '../../engine/platform-error/index.ts';

export const limitErrors = {
  tooManyRequests: defineError({
    code: 'limits/too-many-requests',
    type: 'rate-limit',
    userMessage: 'That was too much at once. Please try again in a moment.',
    meaning:
      'The key, or the user, has made more requests than it may within a minute or so. `RateLimit-Policy` says what is allowed, `RateLimit` what is left, `Retry-After` when to go on. Nothing was done by this request.',
  }),
  tooManyAttempts: defineError({
    code: 'limits/too-many-attempts',
    type: 'rate-limit',
    userMessage: 'Access was refused. Please try again in a moment.',
    meaning:
      'From this address came too many requests that said wrongly who is asking. Credentials that were taken lately still are; others are looked at again after `Retry-After`.',
  }),
};

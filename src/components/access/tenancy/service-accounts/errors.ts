import { defineError } from '../../../../engine/platform-error/index.ts';

export const serviceAccountErrors = {
  notFound: defineError({
    code: 'service-accounts/not-found',
    type: 'not-found',
    userMessage: 'There is no such service account.',
    meaning: 'The tenant has no service account with this id.',
  }),
} as const;

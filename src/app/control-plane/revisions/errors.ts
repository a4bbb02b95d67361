import { defineError } from '../../../engine/platform-error/index.ts';

export const revisionErrors = {
  notFound: defineError({
    code: 'revisions/not-found',
    type: 'not-found',
    userMessage: 'There is no such revision.',
    meaning: 'The environment has no revision with this number; `dream history` lists them.',
  }),
} as const;

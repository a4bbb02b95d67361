import { defineError } from '../../../engine/platform-error/index.ts';

export const searchErrors = {
  spanReversed: defineError({
    code: 'audit/span-reversed',
    type: 'validation',
    userMessage: 'The date is not valid.',
    meaning: '`until` lies before `since`, so that no entry could have been written in that time.',
  }),
  notFound: defineError({
    code: 'audit/entry-not-found',
    type: 'not-found',
    userMessage: 'This does not exist.',
    meaning:
      'There is no audit entry of that id in the environment, or it is another tenant’s than the one the request is about, or its time is over and it was archived.',
  }),
};

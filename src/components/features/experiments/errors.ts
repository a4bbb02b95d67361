import { defineError } from '../../../engine/platform-error/index.ts';

export const experimentErrors = {
  unknown: defineError({
    code: 'experiments/unknown',
    type: 'not-found',
    userMessage: 'There is no such experiment.',
    meaning: 'The environment has no live flag of this key, or the flag has no `experiment`.',
  }),
};

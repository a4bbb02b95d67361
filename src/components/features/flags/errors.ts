import { defineError } from '../../../engine/platform-error/index.ts';

export const flagErrors = {
  unknown: defineError({
    code: 'flags/unknown',
    type: 'not-found',
    userMessage: 'There is no such feature.',
    meaning: 'The environment has no live Flag of this key.',
  }),
  exists: defineError({
    code: 'flags/exists',
    type: 'conflict',
    userMessage: 'There is a feature of this name already.',
    meaning: 'The environment has a live Flag of this key. To change it, send it with PUT.',
  }),
} as const;

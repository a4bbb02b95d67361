import { defineError } from '../../../../engine/platform-error/index.ts';

export const userErrors = {
  notFound: defineError({
    code: 'users/not-found',
    type: 'not-found',
    userMessage: 'There is no such person.',
    meaning: 'The environment has no user with this id; `dream users list` lists them.',
  }),
  exists: defineError({
    code: 'users/exists',
    type: 'conflict',
    userMessage: 'This person is known already.',
    meaning: 'The environment has a user with this id already. Nothing was changed; PUT changes an existing one too.',
  }),
} as const;

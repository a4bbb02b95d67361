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
  shared: defineError({
    code: 'users/shared',
    type: 'authorization',
    userMessage: 'This person belongs to other organisations too.',
    meaning:
      'The request is for one tenant, and the user is in others as well: as a member, by a cross-tenant grant, or in a relationship. What tenants share is changed by a request that names none; to take the user out of the one tenant, remove the member.',
  }),
} as const;

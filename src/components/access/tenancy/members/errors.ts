import { defineError } from '../../../../engine/platform-error/index.ts';

export const memberErrors = {
  notFound: defineError({
    code: 'members/not-found',
    type: 'not-found',
    userMessage: 'This person does not belong to the organisation.',
    meaning: 'The user is no member of the tenant; `dream tenants members` lists who is.',
  }),
  exists: defineError({
    code: 'members/exists',
    type: 'conflict',
    userMessage: 'This person belongs to the organisation already.',
    meaning: 'The user is a member of the tenant already. Nothing was changed; set the roles of the member instead.',
  }),
} as const;

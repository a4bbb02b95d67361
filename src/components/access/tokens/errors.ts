import { defineError } from '../../../engine/platform-error/index.ts';

export const tokenErrors = {
  notAdmitted: defineError({
    code: 'tokens/not-admitted',
    type: 'not-found',
    userMessage: 'You do not have access to this organisation.',
    meaning:
      'The user is no member of the tenant, and no grant lets them in now: there is nothing that a token could say. Add the user to the tenant first.',
  }),
  unknownPublishableKey: defineError({
    code: 'tokens/unknown-publishable-key',
    type: 'validation',
    userMessage: 'Signing in is not possible right now.',
    meaning:
      'The environment has no such publishable key, or it was revoked or has expired. Tokens are made for one that lives.',
  }),
  tooLarge: defineError({
    code: 'tokens/too-large',
    type: 'conflict',
    userMessage: 'Signing in is not possible right now.',
    meaning:
      'Even without permissions the claims do not fit into the token: the user has too many roles there, or `maxBytes` is too small. Give fewer roles, that inherit from others.',
  }),
};

import { defineError } from '../../../engine/platform-error/index.ts';

export const keyErrors = {
  notFound: defineError({
    code: 'keys/not-found',
    type: 'not-found',
    userMessage: 'There is no such key.',
    meaning: 'The environment has no key with this id; `dream keys list` lists them.',
  }),
  notActive: defineError({
    code: 'keys/not-active',
    type: 'conflict',
    userMessage: 'This key is no longer in use.',
    meaning: 'Only a key in use can be rotated: this one is revoked, expired, or rotated already. Create a new one.',
  }),
  scopeNotHeld: defineError({
    code: 'keys/scope-not-held',
    type: 'authorization',
    userMessage: 'You cannot give away more access than you have.',
    meaning: 'The new key would have a scope that the calling key lacks. `details.scopes` lists them.',
  }),
  unknownScope: defineError({
    code: 'keys/unknown-scope',
    type: 'validation',
    userMessage: 'There is no such access right.',
    meaning:
      'No operation of the server asks for this scope, so it would allow nothing. `details.hint` names the one that was probably meant, `details.allowed` lists all.',
  }),
  publishableTenant: defineError({
    code: 'keys/publishable-tenant',
    type: 'validation',
    userMessage: 'This key cannot be made that way.',
    meaning:
      'A publishable key acts for no tenant of its own: alone it reads the catalogue, and with the token of a user it acts for the tenant that the token names.',
  }),
  unknownTenant: defineError({
    code: 'keys/unknown-tenant',
    type: 'validation',
    userMessage: 'There is no such organisation.',
    meaning:
      'The environment has no tenant of the id in `defaultTenant`; `dream tenants list` lists them. Create the tenant first, then its key.',
  }),
  noScopes: defineError({
    code: 'keys/no-scopes',
    type: 'validation',
    userMessage: 'A key must be allowed something.',
    meaning: 'A secret key with an empty list of scopes could do nothing. Name some, or leave `scopes` out for `*`.',
  }),
  publishableScope: defineError({
    code: 'keys/publishable-scope',
    type: 'validation',
    userMessage: 'This key cannot be given that access right.',
    meaning:
      'A publishable key is seen by everybody, so it holds only scopes that an operation for publishable keys asks for, alone or with the token of a user: neither `*` nor those of secret keys. A `…:write` among them is of use only with a token. `details.allowed` lists them.',
  }),
  expiryInThePast: defineError({
    code: 'keys/expiry-in-the-past',
    type: 'validation',
    userMessage: 'The expiry date is in the past.',
    meaning: '`expiresAt` must lie in the future.',
  }),
};

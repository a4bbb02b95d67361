import { defineError } from '../../engine/platform-error/index.ts';

/** For which tenant a request is made could not be established, or the caller may not act there. */
export const tenantErrors = {
  malformed: defineError({
    code: 'auth/malformed-tenant',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning: '`X-Tenant-ID` is 1 to 128 letters, digits, `.`, `_` and `-`, and begins with a letter or digit.',
  }),
  missing: defineError({
    code: 'auth/tenant-missing',
    type: 'validation',
    userMessage: 'Please choose an organisation first.',
    meaning:
      'The operation is about one tenant, and none was named: neither by the token, nor by the header `X-Tenant-ID`, nor by a `Tenancy` with a single tenant.',
  }),
  notAllowed: defineError({
    code: 'auth/tenant-not-allowed',
    type: 'authorization',
    userMessage: 'You do not have access to this organisation.',
    meaning:
      'The user is no member of the tenant that the token or `X-Tenant-ID` names, and no grant lets them in now. The tenant may not exist: users are not told. Or the `Tenancy` has a single tenant, and the token names another one.',
  }),
  unknown: defineError({
    code: 'auth/unknown-tenant',
    type: 'not-found',
    userMessage: 'There is no such organisation.',
    meaning: 'The environment has no tenant of the id in `X-Tenant-ID`, or of the tenant that the key acts for.',
  }),
};

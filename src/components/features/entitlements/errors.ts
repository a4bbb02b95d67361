import { defineError } from '../../../engine/platform-error/index.ts';

export const entitlementErrors = {
  tenantMissing: defineError({
    code: 'entitlements/tenant-missing',
    type: 'validation',
    userMessage: 'Please choose an organisation first.',
    meaning:
      'Entitlements are those of one tenant, and the request names none: send `X-Tenant-ID`, or `tenantId` in the body.',
  }),
  tenantMismatch: defineError({
    code: 'entitlements/tenant-mismatch',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning: 'The body names another tenant than the one that the request is about by its header or its token.',
  }),
  unknownTenant: defineError({
    code: 'entitlements/unknown-tenant',
    type: 'not-found',
    userMessage: 'There is no such organisation.',
    meaning:
      'The environment has no tenant with this id, or the request is about another one; `dream tenants list` lists them.',
  }),
  unknown: defineError({
    code: 'entitlements/unknown',
    type: 'not-found',
    userMessage: 'There is no such feature.',
    meaning:
      'The environment has no live Entitlement of this key. `details.hint` names the one that was probably meant; entitlements come from the applied files.',
  }),
  notCounted: defineError({
    code: 'entitlements/not-counted',
    type: 'validation',
    userMessage: 'This feature cannot be used up.',
    meaning: 'Only an entitlement of type `quantity` or `range` is counted; of this one there is no amount to take.',
  }),
  notReleasable: defineError({
    code: 'entitlements/not-releasable',
    type: 'validation',
    userMessage: 'What was used of this feature cannot be given back.',
    meaning:
      'Only what counts things that exist now, `resets: never`, is given back when one of them is gone. What starts again from zero by the calendar counts what happened, and that stays.',
  }),
} as const;

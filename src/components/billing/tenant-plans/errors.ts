import { defineError } from '../../../engine/platform-error/index.ts';

export const tenantPlanErrors = {
  unknownTenant: defineError({
    code: 'plans/unknown-tenant',
    type: 'not-found',
    userMessage: 'There is no such organisation.',
    meaning:
      'The environment has no tenant with this id, or the request is about another one; `dream tenants list` lists them.',
  }),
  unknownPlan: defineError({
    code: 'plans/unknown',
    type: 'validation',
    userMessage: 'There is no such plan.',
    meaning:
      'The environment has no live Plan of this key. `details.hint` names the one that was probably meant; plans come from the applied files.',
  }),
  offSale: defineError({
    code: 'plans/off-sale',
    type: 'conflict',
    userMessage: 'This plan is no longer offered.',
    meaning:
      'The Plan is `legacy`, which only those keep who have it, or `archived`, on which nobody may be; `details.state` says which. Nothing was changed. Put the tenant on a plan that is on sale.',
  }),
} as const;

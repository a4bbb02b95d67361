import { defineError } from '../../../../engine/platform-error/index.ts';

export const tenantErrors = {
  notFound: defineError({
    code: 'tenants/not-found',
    type: 'not-found',
    userMessage: 'There is no such organisation.',
    meaning:
      'The environment has no tenant with this id, or the request is about another one; `dream tenants list` lists them.',
  }),
  exists: defineError({
    code: 'tenants/exists',
    type: 'conflict',
    userMessage: 'There is already an organisation of this name.',
    meaning: 'The environment has a tenant with this id already. Nothing was changed.',
  }),
  fixedField: defineError({
    code: 'tenants/fixed-field',
    type: 'validation',
    userMessage: 'This cannot be changed any more.',
    meaning:
      'Currency, region and data residency are declared when a tenant is created and stay: invoices, contracts and the place of the data rest on them. `param` names the field. Create another tenant instead.',
  }),
  valueNotAllowed: defineError({
    code: 'tenants/value-not-allowed',
    type: 'validation',
    userMessage: 'This is not available.',
    meaning:
      'The Tenancy of the environment lists the currencies, regions or places of data that a tenant may have, and this is none of them. `param` names the field, `details.allowed` lists them.',
  }),
  valueMissing: defineError({
    code: 'tenants/value-missing',
    type: 'validation',
    userMessage: 'Some information is missing.',
    meaning:
      'The Tenancy of the environment lists values for this field and names no default, so each tenant must say which it has. `param` names the field, `details.allowed` lists the values.',
  }),
  single: defineError({
    code: 'tenants/single',
    type: 'conflict',
    userMessage: 'There is only one organisation here.',
    meaning:
      'The Tenancy of the environment says `mode: single`: no tenant but the one it names can be created, and that one cannot be deleted.',
  }),
} as const;

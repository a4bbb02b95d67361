import type { JsonObject } from '../../../../engine/json.ts';
import { answerOf, instant, personName, tenantId, textOrNull } from '../parameters.ts';
import { currencyCodes } from '../currency-codes.ts';
import type { TenantRow } from './queries.ts';

export interface Tenant extends Omit<TenantRow, 'createdAt' | 'updatedAt'> {
  readonly createdAt: string;
  readonly updatedAt: string;
}

export function toTenant(row: TenantRow): Tenant {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}

export const attributesSchema: JsonObject = {
  type: 'object',
  maxProperties: 100,
  propertyNames: { type: 'string', minLength: 1, maxLength: 128 },
  description: 'As the Tenancy of the environment declares them; without one, whatever you like.',
};

export const tenantSchema: JsonObject = answerOf('Tenant', {
  id: { type: 'string' },
  name: { type: 'string' },
  currency: { ...textOrNull, description: 'ISO 4217.' },
  region: textOrNull,
  dataResidency: { ...textOrNull, description: "Where the tenant's data must stay." },
  attributes: { type: 'object' },
  createdAt: instant,
  updatedAt: instant,
});

const place: JsonObject = {
  type: 'string',
  title: 'a name of lower-case letters, digits, `_` and `-`, beginning with a letter',
  pattern: '^[a-z][a-z0-9_-]{0,63}$',
};
const fixed = 'Declared once: it cannot change afterwards.';

export const newTenantSchema: JsonObject = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    id: { ...tenantId, description: 'Absent, the server makes one: `tnt_…`.' },
    name: personName,
    currency: { type: 'string', enum: currencyCodes, description: `ISO 4217. ${fixed}` },
    region: { ...place, description: `Such as \`eu\` or \`in\`. ${fixed}` },
    dataResidency: { ...place, description: `Where the data must stay, such as \`in-mumbai\`. ${fixed}` },
    attributes: attributesSchema,
  },
};

export const tenantChangesSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    name: personName,
    attributes: { ...attributesSchema, description: 'Those that change; null takes one away.' },
    currency: { ...textOrNull, description: 'As it is; anything else is refused.' },
    region: { ...textOrNull, description: 'As it is; anything else is refused.' },
    dataResidency: { ...textOrNull, description: 'As it is; anything else is refused.' },
  },
};

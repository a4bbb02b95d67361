import type { JsonObject } from '../../../engine/json.ts';

export const tenantId: JsonObject = {
  type: 'string',
  title: 'the id of a tenant, of letters, digits, `.`, `_` and `-`',
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$',
  description: 'Id of the tenant.',
};

export const entitlementKey: JsonObject = {
  type: 'string',
  minLength: 1,
  maxLength: 128,
  description: 'Key of an Entitlement.',
};

const instant: JsonObject = { type: 'string', format: 'date-time' };
const wholeNumber: JsonObject = { type: 'integer', minimum: 0 };

/** One entitlement of one tenant. */
export const accessSchema: JsonObject = {
  title: 'EntitlementAccess',
  type: 'object',
  required: ['entitled', 'type'],
  properties: {
    entitled: {
      type: 'boolean',
      description: 'Whether the tenant has it at all; of an amount, `remaining` says how much.',
    },
    type: { type: 'string', enum: ['switch', 'quantity', 'range', 'custom', 'unknown'] },
    limit: { type: ['number', 'null'], description: 'The most of a quantity; null: unlimited.' },
    min: { type: 'number', description: 'The least of a range.' },
    max: { type: ['number', 'null'], description: 'The most of a range; null: unlimited.' },
    unlimited: { type: 'boolean', enum: [true] },
    used: { ...wholeNumber, description: 'In the present period.' },
    remaining: { type: 'number', minimum: 0, description: 'Absent where nothing limits it.' },
    whenExceeded: { type: 'string', enum: ['refuse', 'allow', 'bill'], description: 'What happens at the limit.' },
    resetsAt: { ...instant, description: 'The count starts again from zero. Absent: never.' },
    level: { type: 'string', description: 'Of a custom entitlement.' },
    requiredPlan: { type: 'string', description: 'Key of the lowest plan on sale that grants it.' },
    reason: {
      type: 'string',
      enum: ['plan_restriction', 'override', 'unknown_entitlement'],
      description: 'Why the tenant does not have it.',
    },
    source: { type: 'string', enum: ['plan', 'override'], description: 'What that rests on.' },
    expiresAt: { ...instant, description: 'The override ends then, and the plan decides.' },
  },
};

export const evaluateBody: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    tenantId: { ...tenantId, description: 'Id of the tenant, unless `X-Tenant-ID` or a token names it.' },
    features: {
      type: 'array',
      items: entitlementKey,
      maxItems: 1000,
      description: 'Keys of Entitlements. Absent: all that are live.',
    },
  },
};

export const amountBody: JsonObject = {
  type: 'object',
  required: ['feature'],
  additionalProperties: false,
  properties: {
    tenantId: { ...tenantId, description: 'Id of the tenant, unless `X-Tenant-ID` names it.' },
    feature: entitlementKey,
    amount: {
      type: 'integer',
      minimum: 1,
      maximum: 1_000_000_000,
      default: 1,
      description: 'How much, in whole units.',
    },
  },
};

export const useSchema: JsonObject = {
  type: 'object',
  required: ['allowed', 'access'],
  properties: {
    allowed: { type: 'boolean', description: 'Whether the amount was taken. If not, nothing was.' },
    access: { ...accessSchema, description: 'The entitlement as it is afterwards.' },
  },
};

export const releaseSchema: JsonObject = {
  type: 'object',
  required: ['released', 'access'],
  properties: {
    released: { ...wholeNumber, description: 'How much was given back: no more than had been used.' },
    access: { ...accessSchema, description: 'The entitlement as it is afterwards.' },
  },
};

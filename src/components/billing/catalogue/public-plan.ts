import type { Json, JsonObject } from '../../../engine/json.ts';
import { numberOf } from '../../../engine/json-fields.ts';
import type { Resource } from '../../../engine/resource.ts';
import { whyOffSale } from '../plan-state.ts';

/** What a pricing page shows of a plan. Everything else, such as what becomes of tenants when it changes, is the product's own. */
const publicFields = ['name', 'description', 'prices', 'trial', 'seats', 'usage', 'tax', 'highlights', 'rank'] as const;

/** The plans that are on sale and meant to be seen, lowest rank first. */
export function publicPlans(plans: readonly Resource[]): readonly JsonObject[] {
  return plans
    .filter(({ body }) => body['public'] !== false && whyOffSale(body) === null)
    .toSorted((left, right) => rankOf(left) - rankOf(right) || (left.key < right.key ? -1 : 1))
    .map(({ key, body }) => ({ key, ...Object.fromEntries(publicFields.flatMap((field) => entryOf(body, field))) }));
}

/** A plan without a rank stands behind those that have one. */
function rankOf({ body }: Resource): number {
  return numberOf(body['rank']) ?? Number.MAX_SAFE_INTEGER;
}

function entryOf(body: JsonObject, field: string): readonly (readonly [string, Json])[] {
  const value = body[field];
  return value === undefined ? [] : [[field, value]];
}

const anything: JsonObject = { type: 'object' };

export const publicPlanSchema: JsonObject = {
  title: 'PublicPlan',
  type: 'object',
  required: ['key'],
  properties: {
    key: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    prices: { ...anything, description: 'Decimals as text, by currency and billing cycle.' },
    trial: { description: 'Its length, or an object with `length`, `card` and `then`.' },
    seats: anything,
    usage: anything,
    tax: { type: 'string', enum: ['added', 'included'] },
    highlights: { type: 'array', items: { type: 'string' } },
    rank: { type: 'integer', minimum: 0 },
  },
};

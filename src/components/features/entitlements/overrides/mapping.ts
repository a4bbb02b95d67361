import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';
import { objectOf } from '../../../../engine/json-fields.ts';
import { models } from '../../generated/models.gen.ts';
import { isInForce } from '../evaluate-entitlements.ts';
import type { OverrideRow } from './queries.ts';

/** As the API answers. */
export interface EntitlementOverride {
  readonly tenantId: string;
  readonly entitlement: string;
  readonly value: Json;
  readonly reason: string;
  /** RFC 3339; null: until it is removed. */
  readonly expiresAt: string | null;
  readonly expired: boolean;
  readonly createdBy: string;
  readonly createdAt: string;
}

export function toOverride(row: OverrideRow, now: Date): EntitlementOverride {
  const { createdAt, createdBy, entitlement, expiresAt, reason, tenantId, value } = row;
  return {
    tenantId,
    entitlement,
    value,
    reason,
    expiresAt: expiresAt?.toISOString() ?? null,
    expired: !isInForce(row, now),
    createdBy,
    createdAt: createdAt.toISOString(),
  };
}

const onPlan = models.find(({ kind }) => kind === 'Entitlement')?.schema.properties?.['plans']?.additionalProperties;

const written = 'As a plan would write it: `true`, `500`, `unlimited`, `{ "min": 1, "max": 50 }`, a level.';

/** What the model lets a plan say, without the keywords that only models know. */
const valueSchema: JsonObject = {
  ...readSchema(
    JSON.stringify(onPlan, (keyword, value: Json) => {
      if (keyword.startsWith('x-')) return undefined;
      return isJsonObject(value) && value['type'] === 'object' ? { title: 'RangeValue', ...value } : value;
    }),
  ),
  description: written,
};

function readSchema(text: string): JsonObject {
  const schema: Json = JSON.parse(text);
  return objectOf(schema);
}

const instant = { type: 'string', format: 'date-time' };

export const overrideSchema: JsonObject = {
  title: 'EntitlementOverride',
  type: 'object',
  required: ['tenantId', 'entitlement', 'value', 'reason', 'expiresAt', 'expired', 'createdBy', 'createdAt'],
  properties: {
    tenantId: { type: 'string' },
    entitlement: { type: 'string', description: 'Key of the Entitlement.' },
    value: valueSchema,
    reason: { type: 'string' },
    expiresAt: { type: ['string', 'null'], format: 'date-time', description: 'Null: until it is removed.' },
    expired: { type: 'boolean', description: 'Whether the plan decides again.' },
    createdBy: { type: 'string' },
    createdAt: instant,
  },
};

export const newOverrideSchema: JsonObject = {
  type: 'object',
  required: ['value', 'reason'],
  additionalProperties: false,
  properties: {
    // Which form is the right one depends on the entitlement: `value-mistake.ts` says what is wrong.
    value: { description: `What the type of the entitlement takes. ${written}` },
    reason: {
      type: 'string',
      minLength: 1,
      maxLength: 500,
      pattern: '\\S',
      description: 'Why, for whoever asks later.',
    },
    expiresAt: { ...instant, description: 'The plan decides again from then on. Absent: until it is removed.' },
  },
};

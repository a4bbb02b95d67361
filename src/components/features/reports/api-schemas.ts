import type { JsonObject } from '../../../engine/json.ts';
import { reportedDateTime } from '../../../server/date-time.ts';

const key: JsonObject = { type: 'string', minLength: 1, maxLength: 255 };
const at: JsonObject = {
  type: 'string',
  format: reportedDateTime,
  description: 'Absent: now. What lies ahead counts as now.',
};

/** Who or what a rollout dealt, or did something that is measured: a value, and the attribute it is of. */
export const unitFields: JsonObject = {
  by: {
    type: 'string',
    title: 'an attribute such as user.key',
    pattern: '^[a-z][A-Za-z0-9_-]*(\\.([^."\\s=][^.\\s=]*|"([^"\\\\]|\\\\["\\\\])+"))+$',
    maxLength: 256,
    description:
      'The attribute that rollouts deal by: `user.key`. A name with a dot, a space or `=` in it stands in double quotes.',
  },
  unit: { type: 'string', minLength: 1, maxLength: 1000, description: 'Its value: `ada`.' },
};

const reasons = ['STATIC', 'DEFAULT', 'TARGETING_MATCH', 'SPLIT', 'DISABLED', 'plan_restriction', 'ERROR'];

const count: JsonObject = {
  title: 'EvaluationCount',
  type: 'object',
  required: ['flag', 'variation', 'reason', 'count'],
  additionalProperties: false,
  properties: {
    flag: key,
    variation: {
      type: ['string', 'null'],
      minLength: 1,
      maxLength: 128,
      description: 'Null: the default given in code.',
    },
    reason: { type: 'string', enum: reasons },
    count: { type: 'integer', minimum: 1, maximum: 1_000_000_000 },
    at: { ...at, description: 'A moment of the hour that it is about. Absent: now.' },
  },
};

const exposure: JsonObject = {
  title: 'Exposure',
  type: 'object',
  required: ['flag', 'variation', 'by', 'unit'],
  additionalProperties: false,
  properties: { flag: key, variation: { ...key, maxLength: 128 }, ...unitFields, at },
};

function atMost(items: JsonObject, description: string): JsonObject {
  return { type: 'array', maxItems: 1000, items, description };
}

export const reportBody: JsonObject = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    counts: atMost(count, 'How often each variation was served, and why.'),
    contexts: atMost(
      { type: 'object' },
      'A sample of who asked, in any form a context is taken in. Attributes that a ContextKind marks as sensitive have no place here; they are taken out.',
    ),
    exposures: atMost(
      exposure,
      'Who was dealt a variation that counts for the flag’s experiment: the first time each.',
    ),
  },
};

export const receiptSchema: JsonObject = {
  type: 'object',
  required: ['accepted', 'dropped'],
  additionalProperties: false,
  properties: {
    accepted: { type: 'integer' },
    dropped: {
      type: 'integer',
      description:
        'Of flags or variations that are not live, of units that the flag deals nothing to or that are sensitive, too large, too old, or not the sender’s to report.',
    },
  },
};

export const usageSchema: JsonObject = {
  type: 'object',
  required: ['since', 'reportedSince', 'flags'],
  additionalProperties: false,
  properties: {
    since: { type: 'string', format: 'date-time', description: 'From when on is counted.' },
    reportedSince: {
      type: ['string', 'null'],
      format: 'date-time',
      description: 'When the first report came that is still kept; null: nobody ever reported.',
    },
    flags: {
      type: 'array',
      description: 'Of all flags that are live, by key.',
      items: {
        title: 'FlagUsage',
        type: 'object',
        required: ['key', 'liveSince', 'lastEvaluated', 'evaluations', 'variations'],
        additionalProperties: false,
        properties: {
          key: { type: 'string' },
          liveSince: {
            type: 'string',
            format: 'date-time',
            description: 'A flag that was deleted and came back is live since then.',
          },
          lastEvaluated: {
            type: ['string', 'null'],
            format: 'date-time',
            description: 'Beginning of the hour; null: not since then.',
          },
          evaluations: { type: 'integer' },
          variations: {
            type: 'array',
            items: {
              title: 'VariationUsage',
              type: 'object',
              required: ['variation', 'evaluations', 'lastEvaluated'],
              additionalProperties: false,
              properties: {
                variation: { type: ['string', 'null'], description: 'Null: the default given in code.' },
                evaluations: { type: 'integer' },
                lastEvaluated: { type: 'string', format: 'date-time' },
              },
            },
          },
        },
      },
    },
  },
};

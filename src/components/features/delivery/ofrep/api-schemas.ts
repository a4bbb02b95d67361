import type { JsonObject } from '../../../../engine/json.ts';

export const evaluationRequestSchema: JsonObject = {
  type: 'object',
  properties: {
    context: { type: 'object', description: '`targetingKey` and attributes; objects named like kinds are kinds.' },
  },
};

export const evaluationSuccessSchema: JsonObject = {
  title: 'OfrepEvaluation',
  type: 'object',
  required: ['key', 'reason'],
  properties: {
    key: { type: 'string' },
    reason: { type: 'string', enum: ['STATIC', 'DEFAULT', 'TARGETING_MATCH', 'SPLIT', 'DISABLED'] },
    variant: { type: 'string' },
    value: { description: 'Absent: the default given in code.' },
    metadata: {
      type: 'object',
      additionalProperties: { type: ['boolean', 'string', 'number'] },
      description:
        '`restriction` where the tenant lacks the entitlement, and `requiredPlan` where its plan does not suffice.',
    },
  },
};

export const evaluationFailureSchema: JsonObject = {
  title: 'OfrepEvaluationError',
  type: 'object',
  required: ['key', 'errorCode'],
  properties: { key: { type: 'string' }, errorCode: { type: 'string' }, errorDetails: { type: 'string' } },
};

export const bulkSuccessSchema: JsonObject = {
  type: 'object',
  required: ['flags'],
  properties: {
    flags: { type: 'array', items: { oneOf: [evaluationSuccessSchema, evaluationFailureSchema] } },
    metadata: { title: 'OfrepMetadata', type: 'object', properties: { version: { type: 'string' } } },
    eventStreams: {
      type: 'array',
      items: {
        title: 'OfrepEventStream',
        type: 'object',
        required: ['type', 'endpoint'],
        properties: {
          type: { const: 'sse' },
          endpoint: {
            title: 'OfrepEndpoint',
            type: 'object',
            required: ['requestUri'],
            properties: { requestUri: { type: 'string', description: 'At this server.' } },
          },
          inactivityDelaySec: { type: 'integer' },
        },
      },
    },
  },
};

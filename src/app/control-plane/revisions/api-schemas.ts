import type { JsonObject } from '../../../engine/json.ts';
import { changesetSchema } from '../changesets/api-schemas.ts';

const summaryProperties: JsonObject = {
  id: { type: 'string' },
  number: { type: 'integer' },
  cause: { type: 'string', enum: ['apply', 'rollback', 'api'] },
  rollbackTo: { type: ['integer', 'null'] },
  author: { type: 'string' },
  commit: { type: ['string', 'null'] },
  message: { type: ['string', 'null'] },
  summary: { type: 'object', additionalProperties: { type: 'integer' } },
  createdAt: { type: 'string', format: 'date-time' },
};

export const revisionSummarySchema: JsonObject = {
  title: 'RevisionSummary',
  type: 'object',
  required: Object.keys(summaryProperties),
  properties: summaryProperties,
};

export const revisionSchema: JsonObject = {
  title: 'Revision',
  type: 'object',
  required: [...Object.keys(summaryProperties), 'changeset'],
  properties: { ...summaryProperties, changeset: changesetSchema },
};

export const revisionParameter: JsonObject = {
  type: 'object',
  required: ['number'],
  properties: {
    number: {
      type: 'integer',
      minimum: 0,
      maximum: 999_999_999_999_999,
      description: 'Number of the revision, from 1.',
    },
  },
};

export const revisionPairParameters: JsonObject = {
  type: 'object',
  required: ['from', 'to'],
  properties: {
    from: {
      type: 'integer',
      minimum: 0,
      maximum: 999_999_999_999_999,
      description: 'Number of a revision; 0 is the empty environment.',
    },
    to: {
      type: 'integer',
      minimum: 0,
      maximum: 999_999_999_999_999,
      description: 'Number of a revision; 0 is the empty environment.',
    },
  },
};

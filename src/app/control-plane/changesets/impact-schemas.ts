import type { JsonObject } from '../../../engine/json.ts';

/** JSON Schemas of who would feel a change. Affected people are listed up to a bound; `count` and the figures are whole. */

const texts: JsonObject = { type: 'array', items: { type: 'string' } };
const figures: JsonObject = { type: 'object', additionalProperties: { type: 'integer' } };

const affected: JsonObject = {
  title: 'Affected',
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    tenant: { type: 'string' },
    subject: {
      title: 'AffectedSubject',
      type: 'object',
      required: ['type', 'id'],
      properties: { type: { type: 'string' }, id: { type: 'string' } },
    },
    resource: {
      title: 'AffectedResource',
      type: 'object',
      required: ['kind', 'key'],
      properties: { kind: { type: 'string' }, key: { type: 'string' } },
    },
    lost: texts,
    gained: texts,
    changed: texts,
    before: {},
    after: {},
  },
};

const effect: JsonObject = {
  title: 'Effect',
  type: 'object',
  required: ['figure', 'text', 'count', 'affected'],
  properties: {
    figure: { type: 'string' },
    text: { type: 'string' },
    count: { type: 'integer' },
    affected: { type: 'array', items: affected },
  },
};

/** Of one change. */
export const impactSchema: JsonObject = {
  title: 'Impact',
  type: 'object',
  required: ['status', 'reason'],
  properties: {
    status: { type: 'string', enum: ['none', 'some', 'unknown'] },
    reason: { type: 'string' },
    figures,
    unknownFigures: texts,
    unknownReasons: texts,
    effects: { type: 'array', items: effect },
    affectedHash: { type: 'string' },
  },
};

/** Of a changeset: everybody counted once for each figure. */
export const totalsSchema: JsonObject = {
  title: 'ImpactTotal',
  type: 'object',
  required: ['figures', 'unknownFigures'],
  properties: { figures, unknownFigures: texts },
};

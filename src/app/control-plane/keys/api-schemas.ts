import type { JsonObject } from '../../../engine/json.ts';

const instant: JsonObject = { type: 'string', format: 'date-time' };
const instantOrNull: JsonObject = { type: ['string', 'null'], format: 'date-time' };

const keyProperties: JsonObject = {
  id: { type: 'string' },
  type: { type: 'string', enum: ['secret', 'publishable'] },
  name: { type: 'string' },
  hint: { type: 'string', description: 'Beginning and end of the key: `sk_live_…a1b2`.' },
  mode: { type: 'string', enum: ['test', 'live'] },
  scopes: { type: 'array', items: { type: 'string' } },
  defaultTenant: { type: ['string', 'null'], description: 'The tenant it acts for where a request names none.' },
  createdBy: { type: 'string' },
  createdAt: instant,
  lastUsedAt: { ...instantOrNull, description: 'To the minute.' },
  expiresAt: instantOrNull,
  revokedAt: instantOrNull,
};

export const keySchema: JsonObject = {
  title: 'ApiKey',
  type: 'object',
  required: Object.keys(keyProperties),
  properties: keyProperties,
};

export const createdKeySchema: JsonObject = {
  title: 'NewApiKey',
  type: 'object',
  required: [...Object.keys(keyProperties), 'key'],
  properties: {
    ...keyProperties,
    key: { type: 'string', description: 'The key itself. Shown this once, and kept nowhere.' },
  },
};

export const createKeySchema: JsonObject = {
  type: 'object',
  required: ['type', 'name'],
  additionalProperties: false,
  properties: {
    type: { type: 'string', enum: ['secret', 'publishable'] },
    name: { type: 'string', minLength: 1, maxLength: 100 },
    scopes: {
      type: 'array',
      maxItems: 100,
      items: { type: 'string', maxLength: 100 },
      description:
        '`*`, or single ones such as `configuration:read`. Absent: `*` for a secret key, and for a publishable key all that publishable keys may do.',
    },
    defaultTenant: {
      type: 'string',
      title: 'the id of a tenant, of letters, digits, `.`, `_` and `-`',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$',
      description: 'For a secret key: the tenant it acts for where a request has no `X-Tenant-ID`.',
    },
    expiresAt: { ...instant, description: 'Absent: the key lives until it is revoked.' },
  },
};

export const rotateKeySchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    expiresInSeconds: {
      type: 'integer',
      minimum: 0,
      maximum: 30 * 24 * 60 * 60,
      default: 24 * 60 * 60,
      description: 'How long the old key lives on; 0 ends it at once.',
    },
  },
};

export const keyParameter: JsonObject = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string', title: 'the id of a key, which begins with `key_`', pattern: '^key_[0-9A-Za-z]{1,64}$' },
  },
};

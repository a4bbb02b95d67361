import type { JsonObject } from '../../../engine/json.ts';
import { reportedDateTime } from '../../../server/date-time.ts';

/** How many entries one request may record. */
const maximalEntries = 1_000;

/** Bytes of a request: as many entries as there may be, each of some size. One alone may be as large as all together. */
export const maximalBody = 16 * 1024 * 1024;

/** Of any length: what is too long for an entry is cut there, and never refused. */
const name = (description: string): JsonObject => ({ type: 'string', minLength: 1, description });

const actor: JsonObject = {
  title: 'RecordedActor',
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  description: 'Who did it.',
  properties: {
    type: {
      ...name('What kind of actor, such as `user` or `service-account`. `system` and `local` are the platform’s own.'),
      default: 'user',
    },
    id: name('By which they are found, also when their name has changed.'),
    name: name('As people know them.'),
    email: { type: 'string', minLength: 3 },
    ip: name('Where the request came from. What is no address is kept as `invalidIp`.'),
    userAgent: { type: 'string', minLength: 1 },
  },
};

const resource: JsonObject = {
  title: 'RecordedResource',
  type: 'object',
  required: ['type', 'id'],
  additionalProperties: false,
  description: 'What it was done to.',
  properties: { type: name('Such as `invoice`.'), id: name('By which it is found.'), name: name('As people know it.') },
};

/** One entry of the product's own. */
export const entryBody = {
  title: 'NewAuditEntry',
  type: 'object',
  required: ['action', 'actor'],
  additionalProperties: false,
  properties: {
    action: {
      type: 'string',
      title: 'an action such as auth.login',
      pattern: '^[a-z][a-z0-9_-]*(\\.[a-z0-9_-]+)*$',
      maxLength: 128,
      description: 'What was done: `document.exported`.',
    },
    outcome: { type: 'string', enum: ['success', 'failure', 'denied'], default: 'success' },
    actor,
    resource,
    tenantId: {
      type: 'string',
      title: 'the id of a tenant, of letters, digits, `.`, `_` and `-`',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$',
      description:
        'Whose record it belongs into. May stand in `X-Tenant-ID` instead; in neither, it is of the environment as a whole.',
    },
    before: { description: 'What it was, where something changed.' },
    after: { description: 'What it is now.' },
    reason: name('Why it failed or was denied.'),
    metadata: { type: 'object', description: 'Whatever else belongs to it. Filters and alert rules find it.' },
    personal: {
      type: 'object',
      description:
        'What tells of a person and may have to be forgotten. The entry only commits to it; it can be erased, and the chain stays whole.',
    },
    timestamp: { type: 'string', format: reportedDateTime, description: 'When it happened. Absent: now.' },
    key: {
      type: 'string',
      minLength: 1,
      maxLength: 255,
      description: 'Of your own. What comes again under the same key, within 30 days, is the same entry.',
    },
  },
} as const satisfies JsonObject;

export const entriesBody: JsonObject = {
  type: 'object',
  required: ['entries'],
  additionalProperties: false,
  properties: { entries: { type: 'array', minItems: 1, maxItems: maximalEntries, items: entryBody } },
};

/** What is answered for one entry. */
export const recordedSchema: JsonObject = {
  title: 'RecordReceipt',
  type: 'object',
  required: ['id', 'recordedAt', 'duplicate'],
  properties: {
    id: { type: 'string', description: '`aud_…`' },
    recordedAt: { type: 'string', format: 'date-time' },
    duplicate: { type: 'boolean', description: 'Whether it had been recorded before, under the same key.' },
  },
};

export const recordedManySchema: JsonObject = {
  type: 'object',
  required: ['data'],
  properties: { data: { type: 'array', items: recordedSchema } },
};

import type { JsonObject } from '../../../engine/json.ts';

const text: JsonObject = { type: 'string' };
const anything: JsonObject = {};

const resource: JsonObject = {
  title: 'EntryResource',
  type: 'object',
  required: ['type', 'id'],
  properties: { type: text, id: text, name: text },
};

const digest: JsonObject = {
  title: 'DigestOfChanges',
  type: 'object',
  description: 'Stands for a value that is too large for an entry.',
  properties: { digest: text, bytes: { type: 'integer' }, revision: { type: 'integer' } },
};

/** Of an entry as it is found. Members that an entry does not have are absent. */
export const foundEntry: JsonObject = {
  title: 'AuditEntry',
  type: 'object',
  required: [
    'id',
    'version',
    'timestamp',
    'environment',
    'action',
    'outcome',
    'actor',
    'sequence',
    'hash',
    'previousHash',
  ],
  properties: {
    id: { type: 'string', description: '`aud_…`' },
    version: { type: 'integer', const: 1 },
    timestamp: { type: 'string', format: 'date-time', description: 'When it happened, as whoever reports it says.' },
    recordedAt: { type: 'string', format: 'date-time', description: 'When it was written, if at another time.' },
    environment: text,
    tenantId: { type: 'string', description: 'Absent: it is about the environment as a whole.' },
    action: { type: 'string', description: '`user.role_assigned`' },
    outcome: { type: 'string', enum: ['success', 'failure', 'denied'] },
    actor: {
      title: 'EntryActor',
      type: 'object',
      required: ['type', 'id'],
      properties: {
        type: text,
        id: text,
        name: text,
        email: text,
        ip: text,
        invalidIp: { type: 'string', description: 'What was reported as `ip` and is no address.' },
        userAgent: text,
        location: { title: 'EntryLocation', type: 'object', properties: { country: text, data: text } },
      },
    },
    resource,
    before: { ...anything, description: 'Null: it did not exist.' },
    after: { ...anything, description: 'Null: it does not exist any more.' },
    changes: {
      description: 'Where more than one thing changed.',
      oneOf: [
        {
          type: 'array',
          items: {
            title: 'EntryChange',
            type: 'object',
            required: ['action', 'resource'],
            properties: { action: text, resource, before: anything, after: anything },
          },
        },
        digest,
      ],
    },
    reason: { type: 'string', description: 'Why it failed or was denied: a code.' },
    requestId: text,
    authentication: {
      title: 'EntryAuthentication',
      type: 'object',
      properties: { mode: text, keyId: text, sessionId: text },
    },
    reported: {
      type: 'boolean',
      description:
        'True: the product has told it, by the key in `authentication`, and who did what is its word. Absent: it is the platform’s own.',
    },
    decision: {
      title: 'EntryDecision',
      type: 'object',
      properties: {
        allowed: { type: 'boolean' },
        subject: {
          title: 'DecidedAbout',
          type: 'object',
          description: 'Whom it was about. Absent: whoever asked.',
          required: ['type', 'id'],
          properties: { type: text, id: text },
        },
        permission: text,
        reason: text,
        policyRevision: { type: 'integer' },
        decisionId: text,
      },
    },
    personal: {
      type: 'string',
      description: 'Commits to what is kept apart from the entry, so that it can be erased.',
    },
    metadata: { type: 'object' },
    sequence: {
      type: ['integer', 'null'],
      description: 'Its place in the chain of its tenant, from 1; null until it is sealed, which takes a moment.',
    },
    hash: { type: ['string', 'null'] },
    previousHash: { type: ['string', 'null'] },
  },
};

export const foundEntryWithPayload: JsonObject = {
  ...foundEntry,
  title: 'AuditEntryWithPayload',
  properties: {
    ...(foundEntry['properties'] as JsonObject),
    payload: { ...anything, description: 'What `personal` commits to, unless it was erased.' },
    salt: { type: 'string', description: 'What it was hashed with, in hexadecimal digits.' },
  },
};

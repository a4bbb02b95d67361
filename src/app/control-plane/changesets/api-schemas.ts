import type { JsonObject } from '../../../engine/json.ts';
import { allowSchema as allow } from '../../../engine/changeset/allow-schema.ts';
import { guardrailLimits } from '../../../engine/load/project-schema.ts';
import { impactSchema, totalsSchema } from './impact-schemas.ts';

/** JSON Schemas of what plan and apply exchange, for the operation table. Bodies of resources are checked by their kinds' own models. */

const key: JsonObject = { type: 'string', minLength: 1, maxLength: 200 };

const settings: JsonObject = {
  title: 'EnvironmentSettings',
  type: 'object',
  required: ['mode', 'protect', 'guardrails'],
  additionalProperties: false,
  properties: {
    mode: { type: 'string', enum: ['test', 'live'] },
    protect: { type: 'boolean' },
    guardrails: {
      title: 'Guardrails',
      type: 'object',
      required: ['limits'],
      additionalProperties: false,
      properties: {
        requireApproval: { type: 'array', items: { type: 'string', enum: ['create', 'update', 'delete', 'rename'] } },
        limits: {
          type: 'object',
          propertyNames: { enum: [...guardrailLimits.keys()] },
          additionalProperties: { type: 'integer', minimum: 0 },
        },
      },
    },
  },
};

const resource: JsonObject = {
  title: 'DesiredResource',
  type: 'object',
  required: ['kind', 'key', 'body'],
  additionalProperties: false,
  properties: { kind: key, key, body: { type: 'object' }, movedFrom: key },
};

/** What the files say about one environment. */
const desiredStateSchema: JsonObject = {
  title: 'DesiredState',
  type: 'object',
  required: ['project', 'environment', 'settings', 'resources'],
  additionalProperties: false,
  properties: { project: key, environment: key, settings, resources: { type: 'array', items: resource } },
};

const change: JsonObject = {
  title: 'Change',
  type: 'object',
  required: ['action', 'kind', 'key', 'before', 'after', 'beforeHash', 'afterHash', 'fields', 'impact'],
  properties: {
    action: { type: 'string', enum: ['create', 'update', 'delete', 'rename'] },
    kind: key,
    key,
    from: key,
    before: { type: ['object', 'null'] },
    after: { type: ['object', 'null'] },
    beforeHash: { type: ['string', 'null'] },
    afterHash: { type: ['string', 'null'] },
    fields: {
      type: 'array',
      items: { title: 'ChangedField', type: 'object', required: ['path'], properties: { path: { type: 'string' } } },
    },
    impact: impactSchema,
  },
};

const named: JsonObject = {
  title: 'ResourceName',
  type: 'object',
  required: ['kind', 'key'],
  properties: { kind: { type: 'string' }, key: { type: 'string' } },
};

const guardrail: JsonObject = {
  title: 'GuardrailFinding',
  type: 'object',
  required: ['rule', 'outcome', 'message', 'resources'],
  properties: {
    rule: { type: 'string', description: '`protect`, `requireApproval`, `maxDeletes`.' },
    outcome: {
      type: 'string',
      enum: ['refused', 'needs-approval', 'allowed', 'approved'],
      description: '`allowed`: over the limit, and let through by its figure. `approved`: by the fingerprint.',
    },
    message: { type: 'string' },
    limit: { type: 'integer' },
    figure: { type: 'integer' },
    resources: { type: 'array', items: named },
  },
};

const conflict: JsonObject = {
  title: 'Conflict',
  type: 'object',
  required: ['kind', 'key', 'reason', 'message', 'fields', 'changedBy', 'changedAt'],
  properties: {
    kind: { type: 'string' },
    key: { type: 'string' },
    reason: { type: 'string', enum: ['owned-by-api', 'moved-since-plan'] },
    message: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        title: 'ConflictField',
        type: 'object',
        required: ['path'],
        properties: { path: { type: 'string' }, live: {}, desired: {} },
      },
    },
    changedBy: { type: 'string', description: 'Who changed the live side last.' },
    changedAt: { type: 'string', description: 'And when.' },
  },
};

/** An ordered list of changes with their impact, as plan answers and apply accepts. */
export const changesetSchema: JsonObject = {
  title: 'Changeset',
  type: 'object',
  required: ['formatVersion', 'project', 'environment', 'fingerprint', 'summary', 'changes', 'guardrails', 'conflicts'],
  properties: {
    formatVersion: { type: 'integer' },
    project: key,
    environment: key,
    fingerprint: { type: 'string', minLength: 64, maxLength: 64 },
    summary: {
      title: 'ChangeSummary',
      type: 'object',
      required: ['create', 'update', 'delete', 'rename'],
      properties: {
        create: { type: 'integer' },
        update: { type: 'integer' },
        delete: { type: 'integer' },
        rename: { type: 'integer' },
      },
    },
    impact: totalsSchema,
    changes: { type: 'array', items: change },
    settings: {
      title: 'ChangedSettings',
      type: 'object',
      required: ['before', 'after'],
      properties: { before: { type: ['object', 'null'] }, after: settings },
    },
    guardrails: { type: 'array', items: guardrail },
    conflicts: { type: 'array', items: conflict },
  },
};

const shortText: JsonObject = { type: 'string', maxLength: 2000 };
const fingerprint: JsonObject = {
  type: 'string',
  title: 'a fingerprint, of 64 hexadecimal digits',
  minLength: 64,
  maxLength: 64,
  pattern: '^[0-9a-f]+$',
};
const fingerprintPrefix: JsonObject = {
  type: 'string',
  title: 'a fingerprint, or its first 8 hexadecimal digits or more',
  minLength: 8,
  maxLength: 64,
  pattern: '^[0-9a-f]+$',
};

/** Either `desired` or `desiredHash`, not both. */
export const planRequestSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    desired: desiredStateSchema,
    desiredHash: {
      ...fingerprint,
      description:
        'sha256, hexadecimal, of `desired` as it would be sent: the JSON text of its members project, environment, settings and resources in this order, without white space.',
    },
    adopt: { type: 'boolean' },
    allow,
  },
};

/** Either `desired` or `changeset`, not both. */
export const applyRequestSchema: JsonObject = {
  type: 'object',
  required: ['author'],
  additionalProperties: false,
  minProperties: 2,
  properties: {
    desired: desiredStateSchema,
    changeset: changesetSchema,
    expect: fingerprint,
    approve: fingerprintPrefix,
    allow,
    adopt: { type: 'boolean' },
    dryRun: { type: 'boolean' },
    author: { ...shortText, minLength: 1 },
    commit: shortText,
    message: shortText,
  },
};

export const rollbackRequestSchema: JsonObject = {
  type: 'object',
  required: ['author'],
  additionalProperties: false,
  properties: {
    approve: fingerprintPrefix,
    allow,
    expect: fingerprint,
    adopt: { type: 'boolean' },
    dryRun: { type: 'boolean' },
    author: { ...shortText, minLength: 1 },
    message: shortText,
  },
};

export const applyResultSchema: JsonObject = {
  type: 'object',
  required: ['revision', 'changeset', 'dryRun'],
  properties: { revision: { type: 'integer' }, changeset: changesetSchema, dryRun: { type: 'boolean' } },
};

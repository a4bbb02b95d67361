import type { JsonObject } from '../../../engine/json.ts';
import { maximalChecks } from '../decisions/api-schemas.ts';

/*
 * The shapes of the OpenID AuthZEN Authorization API 1.0. Fields that it does not name are let pass everywhere, as
 * it demands of receivers.
 */

const text: JsonObject = { type: 'string' };
const anyObject: JsonObject = { type: 'object' };

/** By how many of type and id have to be there. */
const entityNames = ['AuthzenAnyEntity', 'AuthzenEntityType', 'AuthzenEntity'];

function entity(required: readonly string[], description: string): JsonObject {
  return {
    title: entityNames[required.length] ?? 'AuthzenEntity',
    type: 'object',
    required: [...required],
    description,
    properties: { type: text, id: text, properties: anyObject },
  };
}

function action(required: readonly string[]): JsonObject {
  return {
    title: required.length === 0 ? 'AuthzenAnyAction' : 'AuthzenAction',
    type: 'object',
    required: [...required],
    description: 'The action: its name is one of the resource type’s.',
    properties: { name: text, properties: anyObject },
  };
}

const whoever = 'A `user` or a `service-account`; its properties count where nothing is stored under their names.';
const whatever = 'The resource: its type is the key of a ResourceType.';

const context: JsonObject = {
  type: 'object',
  description: 'Circumstances. `tenant` names the tenant where `X-Tenant-ID` does not.',
};

const page: JsonObject = {
  title: 'AuthzenPage',
  type: 'object',
  properties: { token: text, limit: { type: 'integer', minimum: 0 }, properties: anyObject },
};

const ofType = ['type'];
const ofTypeAndId = ['type', 'id'];

export const evaluationRequest: JsonObject = {
  type: 'object',
  required: ['subject', 'action', 'resource'],
  properties: {
    subject: entity(ofTypeAndId, whoever),
    action: action(['name']),
    resource: entity(ofTypeAndId, whatever),
    context,
  },
};

export const evaluationsRequest: JsonObject = {
  type: 'object',
  properties: {
    subject: entity([], whoever),
    action: action([]),
    resource: entity([], whatever),
    context,
    evaluations: {
      type: 'array',
      maxItems: maximalChecks,
      items: anyObject,
      description: 'What each names itself replaces the default of the request.',
    },
    options: {
      title: 'AuthzenOptions',
      type: 'object',
      properties: {
        evaluations_semantic: { type: 'string', enum: ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] },
      },
    },
  },
};

export const subjectSearchRequest: JsonObject = {
  type: 'object',
  required: ['subject', 'action', 'resource'],
  properties: {
    subject: entity(ofType, 'The type of the subjects to find.'),
    action: action(['name']),
    resource: entity(ofTypeAndId, whatever),
    context,
    page,
  },
};

export const resourceSearchRequest: JsonObject = {
  type: 'object',
  required: ['subject', 'action', 'resource'],
  properties: {
    subject: entity(ofTypeAndId, whoever),
    action: action(['name']),
    resource: entity(ofType, 'The type of the resources to find.'),
    context,
    page,
  },
};

export const actionSearchRequest: JsonObject = {
  type: 'object',
  required: ['subject', 'resource'],
  properties: {
    subject: entity(ofTypeAndId, whoever),
    resource: entity(ofTypeAndId, whatever),
    context,
    page,
  },
};

export const decisionResponse: JsonObject = {
  title: 'AuthzenDecision',
  type: 'object',
  required: ['decision'],
  properties: {
    decision: { type: 'boolean' },
    context: { type: 'object', description: 'Of a refusal: why.' },
  },
};

export const evaluationsResponse: JsonObject = {
  anyOf: [
    {
      title: 'AuthzenDecisions',
      type: 'object',
      required: ['evaluations'],
      properties: { evaluations: { type: 'array', items: decisionResponse } },
    },
    decisionResponse,
  ],
};

export function searchResponse(result: JsonObject): JsonObject {
  return {
    type: 'object',
    required: ['results'],
    properties: {
      page: {
        title: 'AuthzenNextPage',
        type: 'object',
        required: ['next_token'],
        properties: { next_token: text, count: { type: 'integer' }, total: { type: 'integer' } },
      },
      results: { type: 'array', items: result },
    },
  };
}

export const foundEntity: JsonObject = {
  title: 'AuthzenFoundEntity',
  type: 'object',
  required: ofTypeAndId,
  properties: { type: text, id: text },
};

export const foundAction: JsonObject = {
  title: 'AuthzenFoundAction',
  type: 'object',
  required: ['name'],
  properties: { name: text },
};

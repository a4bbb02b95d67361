import type { JsonObject } from '../../../engine/json.ts';
import { objectOf } from '../../../engine/json-fields.ts';
import { pageSchema } from '../../../server/page.ts';
import { tenantId } from '../tenancy/parameters.ts';

/** How many questions one request may ask. */
export const maximalChecks = 1_000;

const properties: JsonObject = { type: 'object' };

const subjectType: JsonObject = {
  type: 'string',
  enum: ['user', 'service-account'],
  default: 'user',
};
const subjectId: JsonObject = { type: 'string', minLength: 1, maxLength: 255 };
const resourceType: JsonObject = {
  type: 'string',
  minLength: 1,
  maxLength: 255,
  description: 'Key of a ResourceType.',
};
const resourceId: JsonObject = { type: 'string', minLength: 1, maxLength: 255 };

const subject: JsonObject = {
  title: 'Subject',
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  description: 'Who wants to do it. A signed-in user may leave it out, and asks about themselves.',
  properties: {
    type: subjectType,
    id: subjectId,
    properties: {
      ...properties,
      description: 'What conditions may ask of `user` besides what is stored; of one name, what is stored counts.',
    },
  },
};

const action: JsonObject = {
  type: 'string',
  minLength: 1,
  maxLength: 128,
  description: 'An action of the resource type, `approve`, or narrowed to one of its scopes, `read:self`.',
};

const resource: JsonObject = {
  title: 'AskedResource',
  type: 'object',
  required: ['type'],
  additionalProperties: false,
  description: 'What it is wanted of; without an id, anything of the type.',
  properties: {
    type: resourceType,
    id: resourceId,
    properties: { ...properties, description: 'What conditions may ask of `resource`.' },
  },
};

const tenant: JsonObject = {
  ...tenantId,
  description: 'The tenant it is about. May stand in `X-Tenant-ID` instead; where both are, they are the same.',
};

const explain: JsonObject = { type: 'boolean', default: false, description: 'Answer with the grounds as well.' };

function bodyOf(required: readonly string[], fields: JsonObject): JsonObject {
  return { type: 'object', required: [...required], additionalProperties: false, properties: fields };
}

const context: JsonObject = {
  type: 'object',
  description: 'What conditions may ask of `context`: whence and how the request came.',
};

export const checkBody = bodyOf(['action', 'resource'], { subject, action, resource, context, tenant, explain });

export const checkManyBody = bodyOf(['checks'], {
  subject: { ...subject, description: 'Whom the questions are about that name nobody themselves.' },
  checks: {
    type: 'array',
    minItems: 1,
    maxItems: maximalChecks,
    items: { title: 'Check', ...bodyOf(['action', 'resource'], { subject, action, resource, context }) },
  },
  tenant,
  explain,
});

export const whoBody = bodyOf(['action', 'resource'], {
  action,
  resource,
  context,
  tenant,
  page: { type: 'integer', minimum: 1, maximum: 1_000_000, default: 1 },
  pageSize: { type: 'integer', minimum: 1, maximum: 1_000, default: 50 },
});

export const canBody = bodyOf([], { subject, resource, context, tenant });

export const reportBody = bodyOf(['decisions'], {
  decisions: {
    type: 'array',
    minItems: 1,
    maxItems: maximalChecks,
    items: {
      title: 'ReportedDecision',
      ...bodyOf(['decidedAt', 'subject', 'action', 'resource', 'allowed', 'policyRevision'], {
        decidedAt: {
          type: 'string',
          format: 'date-time',
          description: 'When. What lies ahead counts as now, and what lies before 1970 as then.',
        },
        tenant,
        subject: { title: 'SubjectOfDecision', ...bodyOf(['id'], { type: subjectType, id: subjectId }) },
        action,
        resource: { title: 'ResourceOfDecision', ...bodyOf(['type'], { type: resourceType, id: resourceId }) },
        allowed: { type: 'boolean' },
        policyRevision: {
          type: 'integer',
          minimum: 0,
          maximum: Number.MAX_SAFE_INTEGER,
          description: 'Revision of the policy that decided, as `access.policy` gives it.',
        },
      }),
    },
  },
});

const text: JsonObject = { type: 'string' };
const texts: JsonObject = { type: 'array', items: text };
const revision: JsonObject = {
  type: 'integer',
  minimum: 0,
  description: 'Revision of the environment whose roles and resource types decided.',
};

function answer(fields: JsonObject, optional: readonly string[] = []): JsonObject {
  const required = Object.keys(fields).filter((name) => !optional.includes(name));
  return { type: 'object', required, additionalProperties: false, properties: fields };
}

const named: JsonObject = { title: 'NamedObject', ...answer({ type: text, id: text }) };

const grant: JsonObject = {
  description: 'What allowed it.',
  oneOf: [
    {
      title: 'RoleGrant',
      ...answer(
        { by: { const: 'role' }, role: text, declaredBy: text, permission: text, condition: text, scope: text },
        ['condition', 'scope'],
      ),
    },
    {
      title: 'RelationGrant',
      ...answer({ by: { const: 'relation' }, relation: text, via: named }, ['via']),
    },
  ],
};

const nearMisses: JsonObject = { type: 'array', items: { title: 'NearMiss', ...answer({ grant, because: text }) } };

const refusalFields: JsonObject = {
  reason: {
    type: 'string',
    enum: ['unknown-resource-type', 'unknown-action', 'unknown-scope', 'no-grant', 'not-covered'],
  },
  missing: { ...text, description: 'The permission that would have allowed it.' },
  nearMisses,
  grantedBy: { ...texts, description: 'Keys of roles that would grant it, at most 10.' },
};

const refusal: JsonObject = { title: 'Refusal', ...answer(refusalFields) };

function nullable(schema: JsonObject): JsonObject {
  return { anyOf: [schema, { type: 'null' }] };
}

const subjectFacts: JsonObject = {
  title: 'SubjectFacts',
  ...answer({
    type: text,
    id: text,
    standing: { type: 'string', enum: ['member', 'guest', 'service-account', 'none'] },
    roles: texts,
  }),
};

const decision: JsonObject = { allowed: { type: 'boolean' }, grant: nullable(grant), refusal: nullable(refusal) };
const id: JsonObject = { type: 'string', description: '`dec_…`: the entry in the decision log.' };

export const verdictSchema: JsonObject = {
  title: 'Verdict',
  ...answer({ id, ...decision, policyRevision: revision, subject: subjectFacts }, ['grant', 'refusal', 'subject']),
};

export const verdictsSchema = answer({ data: { type: 'array', items: verdictSchema }, policyRevision: revision });

export const reportedSchema = answer({
  logged: { type: 'integer', description: 'How many are in the log now.' },
  unknownTenants: {
    ...texts,
    description:
      'Those that there are not, or not any more, or that the request is not about: nothing is logged of them.',
  },
});

export const whoSchema = answer({
  ...objectOf(pageSchema({ title: 'Grantee', ...answer({ subject: subjectFacts, grant }) })['properties']),
  policyRevision: revision,
});

export const canSchema = answer(
  {
    subject: subjectFacts,
    permissions: {
      type: 'array',
      items: {
        title: 'HeldPermission',
        ...answer({ permission: text, declaredBy: text, condition: text }, ['condition']),
      },
    },
    actions: { type: 'array', items: { title: 'ActionVerdict', ...answer({ action: text, ...decision }) } },
    policyRevision: revision,
  },
  ['actions'],
);

export const loggedDecision: JsonObject = {
  title: 'LoggedDecision',
  ...answer({
    id,
    tenant: text,
    subject: named,
    action: text,
    resource: { title: 'DecidedResource', ...answer({ type: text, id: { type: ['string', 'null'] } }) },
    allowed: { type: 'boolean' },
    grant: nullable(grant),
    refusal: nullable({ title: 'LoggedRefusal', ...answer({ reason: text, missing: text, nearMisses }) }),
    reported: {
      type: 'boolean',
      description:
        'True: an application decided it by the policy that it had, and has told it; what it rests on is not known.',
    },
    policyRevision: revision,
    requestId: text,
    decidedAt: { type: 'string', format: 'date-time' },
  }),
};

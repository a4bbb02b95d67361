import type { JsonObject } from '../../../engine/json.ts';
import type { Operation } from '../../../server/operation.ts';
import type { Directory } from '../../../server/directory.ts';
import { validated } from '../../../server/validated.ts';
import type { Services } from '../../contract.ts';
import type { PolicyStore } from '../decisions/policy-store.ts';
import { answerOf, textOrNull, userId } from '../tenancy/parameters.ts';
import { largestClaims } from './claims.ts';
import { tokenErrors } from './errors.ts';
import { type ClaimsRequest, makeClaims } from './make-claims.ts';
import { selectDataResidency } from './queries.ts';
import { policyPayloadSchema, readPolicyPayload } from './policy-payload.ts';

const texts: JsonObject = { type: 'array', items: { type: 'string' } };

const claimsRequestSchema: JsonObject = {
  type: 'object',
  required: ['user', 'publishableKey'],
  additionalProperties: false,
  properties: {
    user: userId,
    publishableKey: {
      type: 'string',
      title: 'a publishable key, which begins with `pk_test_` or `pk_live_`',
      pattern: '^pk_(test|live)_[0-9A-Za-z]{49}$',
      description: 'The token will be taken with this publishable key only.',
    },
    sessionId: {
      type: 'string',
      title: 'the id of a session, of printable ASCII characters without spaces',
      pattern: '^[!-~]{1,255}$',
      description: 'Given back among the claims.',
    },
    maxBytes: {
      type: 'integer',
      minimum: 200,
      maximum: largestClaims,
      default: largestClaims,
      description: 'Bytes of the token that the claims may take, encoded. Clerk leaves some 1,200.',
    },
  },
};

const claimsSchema: JsonObject = {
  title: 'TokenClaims',
  type: 'object',
  required: ['tenantId', 'roleSlugs', 'planTier', 'publishableKey', 'policyVersion'],
  properties: {
    tenantId: { type: 'string' },
    roleSlugs: { ...texts, description: 'Keys of the roles that the user has in the tenant.' },
    permissions: { ...texts, description: 'What those roles grant without a condition. Absent for want of room.' },
    planTier: { ...textOrNull, description: 'Key of the plan that the tenant is on.' },
    dataResidency: {
      type: 'string',
      description:
        'Where the data of the tenant resides, for whoever passes requests on. Absent where it was not declared, or for want of room.',
    },
    publishableKey: { type: 'string' },
    policyVersion: {
      type: 'string',
      pattern: '^\\d+\\.\\d+$',
      description: 'Revision of the environment and access version of the tenant. While both stay, so do the claims.',
    },
    sessionId: { type: 'string' },
    accessUntil: { type: 'integer', description: 'Seconds since 1970: the end of a grant that has one.' },
    truncated: {
      const: true,
      description: 'The permissions had no room. The roles tell, see `GET /v1/access/policy`.',
    },
    seal: {
      type: 'string',
      description: 'Proves that the claims were made here. Absent where the server has no master key.',
    },
  },
};

const meSchema = answerOf('Me', {
  id: { type: 'string', description: 'The `sub` of the token.' },
  tenantId: { type: 'string' },
  roles: texts,
  permissions: { ...texts, description: 'What the roles grant without a condition, as it is written: `invoice:*`.' },
  plan: { ...textOrNull, description: 'Key of the plan that the tenant is on.' },
  dataResidency: { ...textOrNull, description: 'Where the data of the tenant resides.' },
  sessionId: textOrNull,
});

/** What tokens of users are made of, and what they come to. */
export function tokenOperations(
  { masterKey }: Services,
  policies: PolicyStore,
  directory: Directory,
): readonly Operation[] {
  return [
    {
      id: 'tokens.claims',
      method: 'POST',
      path: '/v1/tokens/claims',
      summary: 'Say what a token of a user is to hold',
      description:
        'For the server that signs the tokens: it puts the answer into the token as it is. Roles, permissions and plan are then taken from the token without asking a database, for as long as the policy version stays; what changes later is felt within a second, however long the token lives.',
      tag: 'Tokens',
      auth: ['secret'],
      scope: 'tokens:write',
      tenant: 'required',
      body: claimsRequestSchema,
      responses: {
        200: {
          description: 'The claims, and how large a token with them is at most.',
          schema: answerOf('TokensClaimsResult', {
            claims: claimsSchema,
            tokenBytes: { type: 'integer', maximum: 4095 },
          }),
        },
      },
      errors: Object.values(tokenErrors),
      transaction: 'read',
      handle: async ({ session, caller, now }, { body }) => ({
        status: 200,
        body: await makeClaims(
          session,
          directory,
          { tenantId: caller.tenantId ?? '', now, masterKey },
          validated<ClaimsRequest>(body),
        ),
      }),
    },
    {
      id: 'access.policy',
      method: 'GET',
      path: '/v1/access/policy',
      summary: 'Get what every role grants',
      description:
        'For a backend that makes permissions of role slugs by itself. Ask again with `If-None-Match`: 304 as long as nothing was applied.',
      tag: 'Tokens',
      auth: ['secret'],
      scope: 'access:read',
      responses: {
        200: { description: 'The policy.', schema: policyPayloadSchema },
        304: { description: 'Nothing was applied since.', schema: {} },
      },
      errors: [],
      transaction: 'read',
      handle: async ({ session }) => {
        const payload = await readPolicyPayload(session, policies);
        return { status: 200, body: payload, headers: { etag: `"${session.environmentId}.${payload.revision}"` } };
      },
    },
    {
      id: 'me.get',
      method: 'GET',
      path: '/v1/me',
      summary: 'Get who the token belongs to, and what they may do',
      tag: 'Tokens',
      auth: ['user'],
      scope: 'me:read',
      tenant: 'required',
      responses: { 200: { description: 'The user, in the tenant that the request is about.', schema: meSchema } },
      errors: [],
      transaction: 'read',
      handle: async ({ caller, session }) => {
        const { user, tenantId } = caller;
        if (user === null) throw new RangeError('me.get is for users only');
        const { id, roles, permissions, plan, sessionId } = user;
        const dataResidency = await selectDataResidency(session, tenantId ?? '');
        return { status: 200, body: { id, tenantId, roles, permissions, plan, dataResidency, sessionId } };
      },
    },
  ];
}

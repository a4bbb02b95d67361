import type { Session } from '../../../db/contract.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { objectOf, textOf } from '../../../engine/json-fields.ts';
import type { Operation } from '../../../server/operation.ts';
import type { OperationContext } from '../../../server/operation-context.ts';
import { validated } from '../../../server/validated.ts';
import { tenantOf } from '../decisions/asking.ts';
import { findAbility } from '../decisions/can.ts';
import { decisionErrors } from '../decisions/errors.ts';
import type { PolicyStore } from '../decisions/policy-store.ts';
import { findResources } from '../decisions/resources.ts';
import { findWho } from '../decisions/who.ts';
import {
  actionSearchRequest,
  foundAction,
  foundEntity,
  resourceSearchRequest,
  searchResponse,
  subjectSearchRequest,
} from './api-schemas.ts';
import { authzenErrors } from './errors.ts';
import { type Found, readPage, toSearchAnswer } from './page-token.ts';

const shared = {
  tag: 'AuthZEN',
  method: 'POST',
  auth: ['secret'],
  scope: 'access:read',
  tenant: 'in-body',
  transaction: 'read',
  foreignProtocol: true,
  errors: [
    decisionErrors.tenantMissing,
    decisionErrors.tenantMismatch,
    authzenErrors.invalidEvaluation,
    authzenErrors.invalidPageToken,
  ],
} as const;

/** What a search is about; each kind of search leaves one thing out and finds it. */
interface Search {
  readonly session: Session;
  readonly tenant: string;
  readonly now: Date;
  readonly subject: Named;
  readonly action: string;
  readonly resource: Named;
  readonly actionProperties: JsonObject;
  readonly context: JsonObject;
}

interface Named {
  readonly type: string;
  readonly id: string;
  readonly properties: JsonObject;
}

/** The three Search APIs. */
export function searchOperations(policies: PolicyStore): readonly Operation[] {
  return [
    searchOperation({
      kind: 'subject',
      body: subjectSearchRequest,
      result: foundEntity,
      find: async ({ session, subject, ...search }) => {
        const found = await findWho(session, policies, search);
        return (found?.entitled ?? [])
          .filter((entitled) => entitled.subject.type === subject.type)
          .map((entitled) => foundAs(entitled.subject.type, entitled.subject.id));
      },
    }),
    searchOperation({
      kind: 'resource',
      body: resourceSearchRequest,
      result: foundEntity,
      find: async ({ session, ...search }) => {
        const { type } = search.resource;
        const claims = search.subject.properties;
        const ids = await findResources(session, policies, { ...search, claims });
        return ids.map((id) => foundAs(type, id));
      },
    }),
    searchOperation({
      kind: 'action',
      body: actionSearchRequest,
      result: foundAction,
      find: async ({ session, ...search }) => {
        const claims = search.subject.properties;
        const found = await findAbility(session, policies, { ...search, claims });
        const allowed = (found?.actions ?? []).filter(({ decision }) => decision.allowed);
        return allowed
          .map(({ action }) => action)
          .toSorted()
          .map((name) => ({ name, json: { name } }));
      },
    }),
  ];
}

interface SearchDraft {
  readonly kind: 'subject' | 'resource' | 'action';
  readonly body: JsonObject;
  readonly result: JsonObject;
  /** All results, sorted by name. */
  readonly find: (search: Search) => Promise<readonly Found[]>;
}

function searchOperation({ kind, body, result, find }: SearchDraft): Operation {
  return {
    ...shared,
    id: `authzen.search.${kind}`,
    path: `/access/v1/search/${kind}`,
    summary: `AuthZEN: ${kind[0]?.toUpperCase()}${kind.slice(1)} Search`,
    body,
    responses: { 200: { description: 'What was found, or a page of it.', schema: searchResponse(result) } },
    handle: async (context, input) => {
      const request = validated<JsonObject>(input.body);
      const search = readSearch(context, request);
      const page = readPage(kind, search.tenant, request);
      const found = await find(search);
      return { status: 200, body: toSearchAnswer(found, page, { wanted: request['page'] !== undefined }) };
    },
  };
}

function readSearch({ session, caller, now }: OperationContext, request: JsonObject): Search {
  const context = objectOf(request['context']);
  const action = objectOf(request['action']);
  return {
    session,
    tenant: tenantOf(caller, tenantIn(context)),
    now,
    subject: readNamed(objectOf(request['subject'])),
    action: textOf(action['name']) ?? '',
    resource: readNamed(objectOf(request['resource'])),
    actionProperties: objectOf(action['properties']),
    context,
  };
}

/** The standard names no fields of `context`, so no schema has looked at this one. */
function tenantIn({ tenant }: JsonObject): string | undefined {
  if (tenant === undefined || typeof tenant === 'string') return tenant;
  throw makeError(authzenErrors.invalidEvaluation, {
    message: 'The search cannot be made: context.tenant is not a string.',
    param: '/context/tenant',
  });
}

function readNamed({ type, id, properties }: JsonObject): Named {
  return { type: textOf(type) ?? '', id: textOf(id) ?? '', properties: objectOf(properties) };
}

function foundAs(type: string, id: string): Found {
  return { name: id, json: { type, id } };
}

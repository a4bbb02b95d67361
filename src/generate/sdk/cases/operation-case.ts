import type { Json, JsonObject } from '../../../engine/json.ts';
import type { SdkField, SdkOperation, SdkResult, SdkType } from '../api-description.ts';
import { Sampler } from './sample.ts';

/** What is called, answered and expected, in the form of `test/conformance/sdk/README.md`. */
export interface OperationCase {
  readonly id: string;
  readonly says: string;
  readonly proves: string;
  readonly client: JsonObject;
  readonly steps: readonly JsonObject[];
  readonly server: readonly JsonObject[];
  readonly expect: { readonly outcomes: readonly JsonObject[]; readonly requests: readonly JsonObject[] };
}

/**
 * The case of an operation: called once with every argument there is, each of which has every field, and answered with
 * every field. It goes by the most that may call it: a secret key, then a user, then a publishable key alone.
 *
 * @throws RangeError where nothing can be made of a type that holds itself
 */
export function operationCase(operation: SdkOperation, types: readonly SdkType[]): OperationCase {
  const { body, id, isAboutTenant, isMutation, method, pathParameters, queryParameters, result, route } = operation;
  const [given, expected] = [new Sampler(types, 'given'), new Sampler(types, 'expected')];
  const { client, headers } = callers[operation.auth.find((mode) => mode === 'secret') ?? userOr(operation)];
  const path = made(given.fields(pathParameters), id);
  const query = made(expected.fields(queryParameters), id);
  const { answer, outcome, use } = answered(result, new Sampler(types, 'answered'), id);
  return {
    id: `operations/${id.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`).replaceAll('.', '-')}`,
    says: `${id} sends all there is, and gives all that is answered`,
    proves: 'SC-015',
    client: { ...client, tenant },
    steps: [
      {
        call: id,
        ...(pathParameters.length === 0 ? {} : { path }),
        ...(body === undefined ? {} : { body: made(given.value(body, 'body'), id) }),
        ...(queryParameters.length === 0 ? {} : { query: made(given.fields(queryParameters), id) }),
        ...use,
      },
    ],
    server: [answer],
    expect: {
      outcomes: [outcome],
      requests: [
        {
          method,
          path: partsOf(route, path),
          ...(queryParameters.length === 0 ? {} : { query: pairsOf(queryParameters, query) }),
          headers: {
            ...headers,
            'x-tenant-id': isAboutTenant ? tenant : absent,
            'idempotency-key': isMutation ? { $matches: '.' } : absent,
          },
          ...(body === undefined ? {} : { body: made(expected.value(body, 'body'), id) }),
        },
      ],
    },
  };
}

const tenant = 'acme';
const absent = { $absent: true };

const callers = {
  secret: {
    client: { secretKey: 'sk_test_1' },
    headers: { authorization: 'Bearer sk_test_1', 'x-publishable-key': absent },
  },
  user: {
    client: { publishableKey: 'pk_test_1', userToken: 'token_of_ada' },
    headers: { authorization: 'Bearer token_of_ada', 'x-publishable-key': 'pk_test_1' },
  },
  publishable: {
    client: { publishableKey: 'pk_test_1' },
    headers: { authorization: absent, 'x-publishable-key': 'pk_test_1' },
  },
} as const;

function userOr({ auth }: SdkOperation): 'user' | 'publishable' {
  return auth.includes('user') ? 'user' : 'publishable';
}

/** Of the route, each as it is once it is decoded. */
function partsOf(route: string, path: Json): readonly string[] {
  const values = new Map(Object.entries(path ?? {}));
  return route
    .slice(1)
    .split('/')
    .map((part) => part.replace(/^\{(\w+)\}$/u, (_, name: string) => String(values.get(name))));
}

/** Sorted by their names, and texts, as everything in a query is. */
function pairsOf(parameters: readonly SdkField[], query: Json): readonly Json[] {
  const values = new Map<string, Json>(Object.entries(query ?? {}));
  return parameters
    .map(({ name }) => name)
    .toSorted()
    .flatMap((name) => [values.get(name) ?? []].flat().map((value) => [name, textOf(value)]));
}

function textOf(value: Json): Json {
  return typeof value === 'object' ? value : String(value);
}

interface Answered {
  readonly answer: JsonObject;
  readonly outcome: JsonObject;
  readonly use: JsonObject;
}

function answered(result: SdkResult, sampler: Sampler, id: string): Answered {
  switch (result.form) {
    case 'nothing':
      return { answer: { status: 204 }, outcome: { nothing: true }, use: { use: 'await' } };
    case 'value': {
      const json = made(sampler.value(result.type, 'answer'), id);
      return { answer: { status: 200, json }, outcome: { value: json }, use: { use: 'await' } };
    }
    case 'pages':
      return lastPage(made(sampler.value(result.page, 'page'), id), (page) => ({
        ...page,
        pagination: { ...Object(page['pagination']), hasNext: false },
      }));
    case 'parts':
      return lastPage(made(sampler.value(result.part, 'part'), id), (part) => ({
        ...part,
        hasMore: false,
        nextCursor: null,
      }));
    case 'events': {
      const data =
        result.data === undefined ? 'something' : JSON.stringify(made(sampler.value(result.data, 'data'), id));
      return {
        answer: {
          status: 200,
          headers: { 'content-type': 'text/event-stream' },
          text: `id: 7\nevent: put\ndata: ${data}\n\n`,
        },
        outcome: { events: [{ id: '7', event: 'put', data }] },
        use: { use: 'events', take: 1 },
      };
    }
    case 'bytes': {
      const base64 = Buffer.from('a document').toString('base64');
      const headers = { 'content-type': result.contentTypes[0] ?? 'application/octet-stream' };
      return { answer: { status: 200, headers, base64 }, outcome: { bytes: base64 }, use: { use: 'bytes' } };
    }
  }
}

function lastPage(sample: Json, ended: (page: { readonly [name: string]: Json }) => JsonObject): Answered {
  const json = ended(Object(sample));
  return { answer: { status: 200, json }, outcome: { pages: [json] }, use: { use: 'pages' } };
}

function made(value: Json | undefined, id: string): Json {
  if (value === undefined) throw new RangeError(`${id}: a type that holds itself has no end`);
  return value;
}

import type { SeenRequest } from '../../support/scripted-server.ts';
import type { Expectation, ExpectedRequest } from './behaviour-case.ts';
import { differences, differs } from './differences.ts';

/** In what the requests that the server saw are not as expected. */
export function requestDifferences(expect: Expectation, requests: readonly SeenRequest[]): readonly string[] {
  const expected = expect.fewer ? expect.requests.slice(0, requests.length) : expect.requests;
  if (requests.length !== expected.length) {
    const came = requests.map(({ method, path }) => `${method} /${path.join('/')}`);
    return [`requests: ${requests.length} came (${came.join(', ')}), expected ${expect.requests.length}`];
  }
  return [
    ...expected.flatMap((wanted, index) => ofOne(wanted, requests[index], requests[index - 1], `requests[${index}]`)),
    ...(expect.same ?? []).flatMap((name) => ofAll(name, requests, (count) => count === 1, 'the same')),
    ...(expect.different ?? []).flatMap((name) =>
      ofAll(name, requests, (count) => count === requests.length, 'others'),
    ),
  ];
}

function ofOne(
  wanted: ExpectedRequest,
  came: SeenRequest | undefined,
  before: SeenRequest | undefined,
  at: string,
): readonly string[] {
  if (came === undefined) return [`${at}: did not come`];
  const query = came.query.toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)));
  const waited = before === undefined ? 0 : came.at - before.at;
  return [
    ...differences(wanted.method, came.method, `${at}.method`),
    ...differences(wanted.path, came.path, `${at}.path`),
    ...differences(wanted.query ?? [], query, `${at}.query`),
    ...Object.entries(wanted.headers ?? {}).flatMap(([name, value]) =>
      differences(value, came.headers[name], `${at}.headers.${name}`),
    ),
    ...bodyDifferences(wanted, came, at),
    ...(waited < (wanted.afterMs ?? 0) ? [differs({ $atLeast: wanted.afterMs }, waited, `${at}.afterMs`)] : []),
  ];
}

function bodyDifferences(wanted: ExpectedRequest, { body, headers }: SeenRequest, at: string): readonly string[] {
  const type = headers['content-type'];
  if (wanted.body === undefined) {
    return [
      ...(body === '' ? [] : [`${at}.body: ${body}, where none was expected`]),
      ...(type === undefined ? [] : [`${at}: Content-Type ${type}, where no body was expected`]),
    ];
  }
  if (body === '') return [`${at}.body: there is none`];
  return [
    ...differences({ $matches: '^application/json(; ?charset=utf-8)?$' }, type, `${at}.headers.content-type`),
    ...differences(wanted.body, JSON.parse(body), `${at}.body`),
  ];
}

function ofAll(
  name: string,
  requests: readonly SeenRequest[],
  isRight: (count: number) => boolean,
  wanted: string,
): readonly string[] {
  const values = requests.map(({ headers }) => headers[name]);
  const isThere = values.every((value) => value !== undefined);
  return isThere && isRight(new Set(values).size) ? [] : [`${name}: ${values.join(', ')}, expected ${wanted} in each`];
}

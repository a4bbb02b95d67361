import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderSdkCases } from '../../../scripts/sdk-cases.ts';
import { productParts } from '../../../src/app/generate/product-parts.ts';
import { describeApi } from '../../../src/app/generate/sdk/describe-api.ts';
import { components } from '../../../src/components/index.ts';
import { createHost } from '../../../src/host/create-host.ts';
import type { SdkField, SdkOperation, SdkResource, SdkType } from '../../../src/generate/sdk/api-description.ts';
import { read, tableRows } from '../../support/documents.ts';
import { isCaseFile, readAreas } from './case-files.ts';
import { isObject } from './json-object.ts';
import { languages } from './languages.ts';

const areas = readAreas();
const cases = areas.flatMap((area) => area.cases);

test('there are cases of all areas, each with an id of its own that begins with its area', () => {
  expect(areas.map(({ name }) => name)).toEqual(
    'bytes errors hooks keys lists requests retries streams timeouts unknown webhooks operations'.split(' '),
  );
  expect(cases.filter(({ id }) => !id.startsWith('operations/')).length).toBeGreaterThanOrEqual(120);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  const elsewhere = areas.flatMap(({ name, cases: own }) => own.filter(({ id }) => !id.startsWith(`${name}/`)));
  expect(elsewhere).toEqual([]);
});

test('SC-015 there is a case for every operation; `node scripts/sdk-cases.ts` brings them up to date', () => {
  const written = renderSdkCases();
  const folder = 'test/conformance/sdk/operations';
  expect(readdirSync(folder).toSorted()).toEqual(written.map(({ path }) => path));
  for (const { path, text } of written) expect(read(`${folder}/${path}`)).toBe(text);
  const { resources } = describeApi(productParts(createHost(), components), '0');
  const called = cases.flatMap(({ id, steps }) =>
    id.startsWith('operations/') ? steps.map(({ call }) => String(call)) : [],
  );
  expect(called.toSorted()).toEqual(
    operationsOf(resources)
      .map(({ id }) => id)
      .toSorted(),
  );
});

test('every SDK is held to the cases by a driver', () => {
  const sdks = readdirSync('sdks', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...new Set(languages.map(({ folder }) => folder))].toSorted()).toEqual(
    sdks.map(({ name }) => name).toSorted(),
  );
});

test('a requirement that a case proves is one', () => {
  const known = new Set(tableRows(read('docs/requirements.md')).map(([id]) => id));
  const proved = new Set(cases.flatMap(({ proves }) => proves ?? []));
  expect([...proved].filter((id) => !known.has(id))).toEqual([]);
  expect([...proved].toSorted()).toEqual([
    'P01',
    'P02',
    'P05',
    'P06',
    'P08',
    'P13',
    'P14',
    'SC-015',
    'SD-01',
    'SD-02',
    'SD-03',
  ]);
});

test('errors are those of docs/sdk-behaviour.md, and each of them is expected somewhere', () => {
  const listed = tableRows(read('docs/sdk-behaviour.md')).flatMap(
    ([name = '']) => /^`([A-Z]\w*Error)`$/.exec(name)?.[1] ?? [],
  );
  const expected = new Set(cases.flatMap((one) => classesIn(one.expect)));
  expect([...expected].toSorted()).toEqual(listed.filter((name) => name !== 'DreamError').toSorted());
});

test('every call names an operation, and just the arguments that it takes, with all that it requires', () => {
  const { resources, types } = describeApi(productParts(createHost(), components), '0');
  const operations = new Map(operationsOf(resources).map((it) => [it.id, it]));
  const wrong = cases.flatMap(({ id, steps }) =>
    steps.flatMap((step) => {
      const operation = operations.get(typeof step['call'] === 'string' ? step['call'] : '');
      if (step['call'] === undefined || (operation !== undefined && hasArgumentsOf(operation, step, types))) return [];
      return [`${id}: ${JSON.stringify(step['call'])}`];
    }),
  );
  expect(wrong).toEqual([]);
});

const good = {
  id: 'area/name',
  says: 'Something happens',
  steps: [],
  expect: { refused: { class: 'A' }, requests: [] },
};

test.each([
  ['a member that nobody knows', { ...good, later: 1 }],
  ['an id without an area', { ...good, id: 'name' }],
  ['no requests', { ...good, expect: { refused: { class: 'A' } } }],
  ['neither outcomes nor a refusal', { ...good, expect: { requests: [] } }],
  ['an error without a class', { ...good, expect: { outcomes: [{ error: { code: 'a/b' } }], requests: [] } }],
  ['a step that nobody knows', { ...good, steps: [{ dance: true }] }],
  ['an answer without a status that does not end the connection', { ...good, server: [{ json: {} }] }],
])('the schema of cases refuses one with %s', (_, one) => {
  expect(isCaseFile({ cases: [good] })).toBe(true);
  expect(isCaseFile({ cases: [one] })).toBe(false);
});

function classesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'class' in value ? [String(value.class)].filter((name) => name.endsWith('Error')) : [];
  return [...own, ...Object.values(value).flatMap(classesIn)];
}

function operationsOf(resources: readonly SdkResource[]): readonly SdkOperation[] {
  return resources.flatMap((resource) => [...resource.operations, ...operationsOf(resource.resources)]);
}

/** What is required is in it: where types are checked before a program runs, nobody can leave it out. */
function hasArgumentsOf(
  { pathParameters, queryParameters, body }: SdkOperation,
  step: Readonly<Record<string, unknown>>,
  types: readonly SdkType[],
): boolean {
  const given = isObject(step['path']) ? Object.keys(step['path']) : [];
  const fields = body?.kind === 'named' ? types.find(({ name }) => name === body.name)?.fields : [];
  return (
    given.join() === pathParameters.map(({ name }) => name).join() &&
    'body' in step === (body !== undefined) &&
    'query' in step === queryParameters.length > 0 &&
    hasRequired(fields ?? [], step['body']) &&
    hasRequired(queryParameters, step['query'])
  );
}

function hasRequired(fields: readonly SdkField[], values: unknown): boolean {
  return fields.every(({ name, isRequired }) => !isRequired || (isObject(values) && name in values));
}

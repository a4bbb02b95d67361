import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contextOf, imported } from '../../components/features/import/support/imported.ts';
import { userOf, type UnleashContext } from '../../components/features/import/support/unleash.ts';

/*
 * The suite that Unleash holds its own clients to: each of its exports is imported, and each of its cases asked of the
 * flags that came of it.
 */

interface Case {
  readonly description: string;
  readonly context: UnleashContext & { readonly currentTime?: string };
  readonly toggleName: string;
  readonly expectedResult: unknown;
}

interface Specification {
  readonly name: string;
  readonly state?: { readonly features?: readonly Feature[]; readonly segments?: readonly object[] };
  readonly tests?: readonly Case[];
  readonly variantTests?: readonly Case[];
}

interface Feature {
  readonly name: string;
  readonly strategies?: readonly { readonly name: string; readonly parameters?: { readonly stickiness?: string } }[];
}

/** Cases that do not apply, by file and description, each with its reason. */
const inapplicable: ReadonlyMap<string, string> = new Map(
  [
    '19-delta-api-hydration.json: Hydration feature should be enabled when context criteria are met',
    '20-delta-api-events.json: delta.api.events.updated.1 should be enabled',
    '20-delta-api-events.json: delta.api.events.updated.2 should be disabled',
    '20-delta-api-events.json: delta.api.events.updated.3 should be enabled with segment',
  ].map((name) => [name, 'is about events that bring a client up to date, and no export']),
);

const folder = join(dirname(createRequire(import.meta.url).resolve('@unleash/client-specification')), 'specifications');
const names: readonly string[] = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as string[];
const specifications = names.map((file) => ({
  file,
  specification: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Specification,
}));

const now = Date.parse('2026-01-01T00:00:00Z');
let asked = 0;

const applicable = specifications.filter(({ file, specification: { tests = [], variantTests = [] } }) =>
  [...tests, ...variantTests].some(({ description }) => !inapplicable.has(`${file}: ${description}`)),
);

describe.each(applicable)('Unleash $file', ({ file, specification }) => {
  const { state = {}, tests = [], variantTests = [] } = specification;
  const cases = [
    ...tests.map((one) => ({ ...one, isVariant: false })),
    ...variantTests.map((one) => ({ ...one, isVariant: true })),
  ].filter(({ description }) => !inapplicable.has(`${file}: ${description}`));

  it.each(cases)('FR-F003 $description', async ({ context: asker, expectedResult, isVariant, toggleName: name }) => {
    const { currentTime, ...user } = asker;
    const at = currentTime === undefined ? now : Date.parse(currentTime);
    const { evaluator, resources, yaml } = await imported('unleash', state, { now: at });
    // Names that are not possible here are changed, and the document says of which feature it is.
    const origin = `Imported from ${isVariant ? 'the variants of ' : ''}Unleash's feature ${name}.`;
    const key = resources.find(({ comments }) => comments[0] === origin)?.key ?? name;
    const context = contextOf({ user: userOf(withNumbers(user, state)) });
    const given = evaluator.variation<unknown>(key, context, isVariant ? disabled : false);
    asked += 1;
    expect(given, yaml).toEqual(isVariant ? handed(expectedResult) : expectedResult);
  });
});

const disabled = { name: 'disabled', enabled: false };

/** What is compared as a number must arrive as one here; there, its text is read. */
function withNumbers(user: UnleashContext, state: object): UnleashContext {
  const tested = new Set(
    [...JSON.stringify(state).matchAll(/"contextName":"([^"]+)","operator":"NUM_/gu)].map(([, field]) => field),
  );
  const fields = Object.entries(user.properties ?? {}).map(([field, value]): [string, unknown] => [
    field,
    tested.has(field) && !Number.isNaN(Number(value)) ? Number(value) : value,
  ]);
  return { ...user, properties: Object.fromEntries(fields) };
}

/** Without what says that the feature is on, which is another flag here. */
function handed(result: unknown): unknown {
  const { enabled, name, payload } = result as {
    readonly name: string;
    readonly enabled: boolean;
    readonly payload?: unknown;
  };
  return { name, enabled, ...(payload === undefined || payload === null ? {} : { payload }) };
}

it('FR-F003 asks every case but those that are said to be inapplicable', () => {
  const total = specifications.flatMap(({ specification: { tests = [], variantTests = [] } }) => [
    ...tests,
    ...variantTests,
  ]);
  expect(asked).toBe(total.length - inapplicable.size);
  expect({ asked, inapplicable: inapplicable.size }).toEqual({ asked: 275, inapplicable: 4 });
});

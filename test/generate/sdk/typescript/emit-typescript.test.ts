import { describe, expect, it, test } from 'vitest';
import { productParts } from '../../../../src/app/generate/product-parts.ts';
import { describeApi } from '../../../../src/app/generate/sdk/describe-api.ts';
import { readTemplates } from '../../../../src/app/read-templates.ts';
import type { Component } from '../../../../src/components/contract.ts';
import { version } from '../../../../src/app/version.ts';
import { components } from '../../../../src/components/index.ts';
import type {
  SdkFile,
  SdkOperation,
  SdkResource,
  TypeReference,
} from '../../../../src/generate/sdk/api-description.ts';
import { emitTypeScript } from '../../../../src/generate/sdk/typescript/index.ts';
import { lineWidth } from '../../../../src/generate/sdk/typescript/layout/fit.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { api, awkwardApi, field, named, operation, resource, type } from './awkward-api.ts';

const templates = readTemplates('sdk/typescript');
const host = createHost();
const description = describeApi(productParts(host, components), version);
const files = emitTypeScript(description, templates);
const awkward = emitTypeScript(awkwardApi, templates);

function textOf(path: string, among: readonly SdkFile[] = files): string {
  const found = among.find((file) => file.path === path);
  if (found === undefined) throw new TypeError(`no ${path}`);
  return found.text;
}

function callsOf(prefix: string, { name, operations, resources }: SdkResource): readonly string[] {
  const access = `${prefix}.${name}`;
  return [...operations.map((one) => `${access}.${one.name}(`), ...resources.flatMap((one) => callsOf(access, one))];
}

test('SC-015 the same description gives the same files, each once, and the hand-written ones as they are', () => {
  expect(emitTypeScript(structuredClone(description), templates)).toStrictEqual(files);
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  expect(files.slice(0, templates.length)).toStrictEqual(templates);
});

test('every generated file says so in its first line, and ends with the end of a line', () => {
  const generated = files.slice(templates.length);
  expect(generated.length).toBeGreaterThan(30);
  for (const { text } of generated) {
    expect(text.split('\n')[0]).toMatch(/^(\/\/|<!--) Written by dream generate sdk; do not edit\.( -->)?$/u);
    expect(text).toMatch(/[^\n]\n$/u);
  }
});

test('CP-05 every operation has its call in the index, and its route in one file', () => {
  const calls = [...textOf('api.md').matchAll(/^\| `(.*?\()/gmu)].map(([, call]) => call);
  expect(calls).toStrictEqual(description.resources.flatMap((one) => callsOf('client', one)));
  const ids = files.flatMap(({ text }) =>
    [...text.matchAll(/^ {4,}return this[^;]*?\{\s+id: '(.*?)',/gmu)].map(([, id]) => id),
  );
  expect(ids.length).toBe(calls.length);
  expect(new Set(ids).size).toBe(ids.length);
});

test('no line of code is wider than it may be', () => {
  const wide = [...files.slice(templates.length), ...awkward.slice(templates.length)]
    .filter(({ path }) => path.endsWith('.ts'))
    .flatMap(({ text }) => text.split('\n').filter((line) => line.length > lineWidth));
  expect(wide).toStrictEqual([]);
});

test('what is answered may lack a field; what is sent may say that it does', () => {
  const types = textOf('src/types.ts', awkward);
  expect(types).toContain('  readonly limit?: number;');
  expect(types).toContain('  readonly a?: string | undefined;');
  expect(textOf('src/resources/default.ts', awkward)).toContain('  readonly note?: string | undefined;');
});

test('what is only sent takes a Date for an instant, and what is answered is a text that says so', () => {
  expect(textOf('src/resources/default.ts', awkward)).toContain('  readonly at: Date | string;');
  expect(textOf('src/types.ts', awkward)).toContain('  /** RFC 3339, in UTC. */\n  readonly at: string | null;');
});

test('a choice takes what came later, but for one that tells the members of a union apart', () => {
  const types = textOf('src/types.ts', awkward);
  expect(types).toContain("    | 'say \"so\"'\n    | 'back\\\\slash'\n    | (string & {});");
  expect(types).toContain("  readonly is: 'square' | 'rhombus';");
  expect(types).toContain("  readonly shape: Circle | Square | UnknownKind<'is'>;");
});

test('a choice between many values is written once, under a name of its own', () => {
  const types = textOf('src/types.ts', awkward);
  expect(types).toContain('  readonly country: Country;\n  readonly countries: readonly Country[];');
  expect(types.match(/'country-7'/gu)).toHaveLength(1);
});

test('words of the language and names that are taken already are called something near', () => {
  const code = textOf('src/resources/default.ts', awkward);
  expect(code).toContain(
    '  delete(class_: string, options_: string, userId: string, n: number, options?: CallOptions)',
  );
  expect(code).toContain("{ path: { class: class_, options: options_, 'user-id': userId, n } }");
  expect(code).toContain('  call_(options?: CallOptions)');
  expect(code).toContain('  constructor_(body: DefaultConstructorBody,');
  expect(code).toContain('  readonly pages_: DefaultPages;');
  expect(textOf('src/client.ts', awkward)).toContain('  readonly withOptions_: WithOptions =');
  expect(code).toContain("import { Resource as ResourceBase } from '../core/resource.ts';");
  expect(code).toContain('export class DefaultResource extends ResourceBase {');
  expect(code).toContain('  resource(options?: CallOptions): Call<Resource> {');
  const types = textOf('src/types.ts', awkward);
  for (const name of ['CallModel', 'DateModel', 'UnknownKindModel', 'Default']) {
    expect(types).toContain(`export interface ${name} {`);
  }
});

test('a stream says what the data of its events is', () => {
  expect(textOf('src/resources/default.ts', awkward)).toContain('The `data` of its events is JSON: `CallModel`.');
});

test('a type that the description lacks is refused', () => {
  const broken = api([], [type('A', [field('b', named('B'))])]);
  expect(() => emitTypeScript(broken, templates)).toThrow('the description has no type B');
});

test('a resource with hand-written additions is built on them', () => {
  const additions: SdkFile = {
    path: 'src/additions/made-up.ts',
    text: "import { Resource } from '../core/resource.ts';\n\nexport abstract class MadeUpAdditions extends Resource {}\n",
  };
  const madeUp = api([resource(['madeUp'], [operation('madeUp.get')])]);
  const code = textOf('src/resources/made-up.ts', emitTypeScript(madeUp, [...templates, additions]));
  expect(code).toContain("import { MadeUpAdditions } from '../additions/made-up.ts';");
  expect(code).toContain('export class MadeUp extends MadeUpAdditions {');
});

test('the runtime is told what is so of an operation, and only then that it may answer what is no object', () => {
  const facts = (more: Partial<SdkOperation>): string => {
    const one = operation('a.get', more);
    const code = textOf(
      'src/resources/a.ts',
      emitTypeScript(api([resource(['a'], [one])], [type('A', [])]), templates),
    );
    return /id: 'a\.get', method: 'GET', route: '\/v1\/a\.get'(?:, )?(.*?) \}/u.exec(code)?.[1] ?? 'not found';
  };
  const value = (of: TypeReference): Partial<SdkOperation> => ({ result: { form: 'value', type: of } });
  const either = (...members: TypeReference[]): TypeReference => ({ kind: 'union', members });
  expect(facts(value(named('A')))).toBe('');
  expect(facts({ ...value(named('A')), isMutation: true, isAboutTenant: true })).toBe(
    'isMutation: true, isAboutTenant: true',
  );
  for (const of of [
    either(named('A'), { kind: 'object', fields: [] }),
    { kind: 'map', values: { kind: 'json' } } as const,
  ])
    expect(facts(value(of))).toBe('');
  for (const of of [
    { kind: 'list', items: named('A') },
    { kind: 'json' },
    { kind: 'nullable', of: named('A') },
    either(named('A'), { kind: 'text' }),
  ] as const)
    expect(facts(value(of))).toBe('answersAny: true');
  expect(facts({ result: { form: 'nothing' } })).toBe('answersAny: true');
});

test('a list whose cursor is sent by another name says by which', () => {
  const parts = operation('a.list', {
    queryParameters: [field('after', { kind: 'text' }, false)],
    result: { form: 'parts', part: named('Part'), item: { kind: 'json' }, cursorParameter: 'after' },
  });
  const code = textOf(
    'src/resources/a.ts',
    emitTypeScript(api([resource(['a'], [parts])], [type('Part', [])]), templates),
  );
  expect(code).toContain('list(query?: AListQuery, options?: CallOptions): Paged<Part, unknown> {');
  expect(code).toContain("{ id: 'a.list', method: 'GET', route: '/v1/a.list', cursorParameter: 'after' },");
});

describe('SC-015 a component that is added', () => {
  const loyalty: Component = {
    name: 'loyalty',
    api: { summary: 'What is given to tenants that stay.', tags: { Rewards: 'What a tenant was given.' } },
    models: [],
    validators: {},
    operations: () => [
      {
        id: 'rewards.get',
        method: 'GET',
        path: '/v1/rewards/{key}',
        summary: 'Get a reward',
        tag: 'Rewards',
        auth: ['secret'],
        scope: 'configuration:read',
        transaction: 'read',
        responses: {
          200: {
            description: 'The reward.',
            schema: { title: 'GivenReward', type: 'object', properties: { key: { type: 'string' } } },
          },
        },
        errors: [],
        handle: async () => ({ status: 200, body: {} }),
      },
    ],
  };
  const more = emitTypeScript(describeApi(productParts(host, [...components, loyalty]), version), templates);

  it('has its resource and types, and everything else stays as it is', () => {
    const changed = more.filter((file) => files.every(({ text }) => text !== file.text)).map(({ path }) => path);
    expect(changed.toSorted()).toStrictEqual(
      ['api.md', 'src/client.ts', 'src/generated.ts', 'src/resources/rewards.ts', 'src/types.ts'].toSorted(),
    );
    expect(textOf('src/resources/rewards.ts', more)).toContain(
      "  get(key: string, options?: CallOptions): Call<GivenReward> {\n    return this.call({ id: 'rewards.get', method: 'GET', route: '/v1/rewards/{key}' }, { path: { key } }, options);",
    );
    expect(textOf('src/types.ts', more)).toContain('export interface GivenReward {\n  readonly key?: string;\n}');
  });
});

test('the hand-written part speaks of the versions that the generated one is made from', () => {
  const versions = textOf('src/core/version.ts');
  expect(versions).toContain(`export const sdkVersion = '${description.version}';`);
  expect(versions).toContain(`export const apiVersion = '${description.apiVersion}';`);
  expect(JSON.parse(textOf('package.json'))).toMatchObject({ name: 'dream-sdk', version: description.version });
});

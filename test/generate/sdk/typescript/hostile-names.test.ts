import { expect, test } from 'vitest';
import { readTemplates } from '../../../../src/app/read-templates.ts';
import type { SdkFile } from '../../../../src/generate/sdk/api-description.ts';
import { emitTypeScript } from '../../../../src/generate/sdk/typescript/index.ts';
import { api, operation, resource } from './awkward-api.ts';
import { hostileNames } from './hostile-names.ts';

const templates = readTemplates('sdk/typescript');
const files = emitTypeScript(hostileNames, templates);

function textOf(path: string): string {
  return files.find((file) => file.path === path)?.text ?? `no ${path}`;
}

test('no resource and no client is taken for a promise, or hides what every object has', () => {
  const con = textOf('src/resources/con-resource.ts');
  const methods = [...con.matchAll(/^ {2}(\w+)\(options/gmu)].map(([, name]) => name);
  expect(methods).toStrictEqual(['then_', 'toString_', 'toJSON_', 'hasOwnProperty_', 'catch']);
  expect(textOf('src/client.ts')).toContain('  readonly valueOf_: ValueOf = new ValueOf(this.connection);');
  expect(textOf('src/resources/value-of.ts')).toContain('  readonly then_: ValueOfThen;');
});

test('a resource called like a class of the runtime, or like a device, has a name of its own', () => {
  expect(textOf('src/client.ts')).toContain("import { DreamBase as DreamBaseBase } from './core/base-client.ts';");
  expect(textOf('src/client.ts')).toContain('export class Dream extends DreamBaseBase {');
  expect(files.map(({ path }) => path)).not.toContain('src/resources/con.ts');
});

test('a parameter sets no prototype, and always has a name', () => {
  const ping = textOf('src/resources/ping.ts');
  expect(ping).toContain(
    '  get(pingGet: string, proto: string, parameter: string, parameter_: string, options?: CallOptions): Call',
  );
  expect(ping).toContain("{ path: { pingGet, ['__proto__']: proto, _: parameter, ß: parameter_ } }");
});

test('choices of fields without a letter have names, each its own', () => {
  const types = textOf('src/types.ts');
  for (const name of ['Choice', 'ChoiceChoice', 'Resource']) expect(types).toContain(`export type ${name} =\n`);
  expect(textOf('src/resources/ping.ts')).toContain('Resource as ResourceBase');
});

test('resources whose paths read alike have titles of their own', () => {
  expect(textOf('src/resources/audit-keys.ts')).toContain('export class AuditKeys extends ResourceBase {');
  expect(textOf('src/resources/audit-keys2.ts')).toContain('export class AuditKeys2 extends ResourceBase {');
  expect(textOf('src/resources/audit-keys2.ts')).toContain('export interface AuditKeys2GetQuery ');
});

test('every call is one row of the index, whatever its summary is', () => {
  expect(textOf('api.md')).toContain('| `GET /v1/con.toString` | Say \\| what it is. |\n');
});

test.each(['constructEvent', 'signTestEvent'])('an operation hides nothing written by hand: %s', (name) => {
  const clash = api([resource(['webhooks'], [operation(`webhooks.${name}`)])]);
  expect(() => emitTypeScript(clash, templates)).toThrow(
    new RangeError(`webhooks.${name} and a member of WebhooksAdditions have one name`),
  );
});

test('every form of a member that is written by hand is seen', () => {
  const text = `export abstract class ThingsAdditions extends Resource {
  readonly field: string = 'a';
  async method(): Promise<void> {
    return later();
  }
  get value(): string {
    return 'a';
  }
  generic<T>(one: T): T {
    return one;
  }
}
`;
  const additions: SdkFile = { path: 'src/additions/things.ts', text };
  const emitWith = (name: string) => () =>
    emitTypeScript(api([resource(['things'], [operation(`things.${name}`)])]), [...templates, additions]);
  for (const name of ['field', 'method', 'value', 'generic']) expect(emitWith(name)).toThrow(RangeError);
  for (const name of ['later', 'one', 'return', 'get']) expect(emitWith(name)).not.toThrow();
});

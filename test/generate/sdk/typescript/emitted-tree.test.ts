import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productParts } from '../../../../src/app/generate/product-parts.ts';
import { carriedFolders, readCarried } from '../../../../src/app/generate/sdk/carried-sources.ts';
import { describeApi } from '../../../../src/app/generate/sdk/describe-api.ts';
import { readTemplates } from '../../../../src/app/read-templates.ts';
import { components } from '../../../../src/components/index.ts';
import type { SdkFile } from '../../../../src/generate/sdk/api-description.ts';
import { emitTypeScript } from '../../../../src/generate/sdk/typescript/index.ts';
import { lineWidth } from '../../../../src/generate/sdk/typescript/layout/fit.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { awkwardApi } from './awkward-api.ts';
import { eventfulApi } from './eventful-api.ts';
import { hostileNames } from './hostile-names.ts';
import { ownEventTypes } from './own-event-types.ts';
import { typedUses } from './typed-uses.ts';

const templates = readTemplates('sdk/typescript');
const carried = readCarried(carriedFolders(components, ({ typescript }) => typescript));
const description = describeApi(productParts(createHost(), components), '0.1.0');
const root = mkdtempSync(join(tmpdir(), 'dream-sdk-'));
const real = join(root, 'real');

beforeAll(() => {
  writeTree('real', emitTypeScript(description, [...templates, ...carried]));
  writeTree('uses', [{ path: 'uses.ts', text: typedUses('../real/src/index.ts') }, ownEventTypes]);
  const core = templates.filter(({ path }) => path.startsWith('src/core/'));
  writeTree('awkward', emitTypeScript(awkwardApi, core));
  writeTree('hostile', emitTypeScript(hostileNames, core));
  writeTree('eventful', emitTypeScript(eventfulApi, core));
  writeTree('uses', [{ path: 'events.ts', text: eventUses('../eventful/src/types.ts') }]);
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

/** Every form of data is told from the others by the type. */
const eventUses = (types: string): string => `
import type { Circle, DreamEvent, DreamEventModel, Square, UnknownEvent } from '${types}';

type Data<Type extends string> = Extract<DreamEvent, { readonly type: Type }>['data'];
export const drawn: Data<'circle.drawn'> = { is: 'circle', radius: 1 };
export const counts: Data<'__proto__'> = { a: 1 };
export const made: Data<'constructor'> = { of: '', class: 'a' };
export const none: Data<'nothing'> = null;

export function told(event: DreamEvent, other: DreamEventModel): Circle | Square | null | string | unknown[] {
  switch (event.type) {
    case 'circle.drawn':
    case '*/ it\\'s "so" \\\\':
      return event.data;
    case 'shape.drawn-or-not':
      return event.data?.is === 'circle' ? event.data : null;
    case 'constructor':
      return event.data.of;
    case 'json':
    case 'nothing':
    case 'shape.drawn':
    case 'shapes':
    case '__proto__':
      return event.class ?? null;
    default: {
      const later: UnknownEvent = event;
      return [later.data['anything'], other.of.latest];
    }
  }
}
`;

function writeTree(name: string, files: readonly SdkFile[]): void {
  for (const { path, text } of files) {
    const file = join(root, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function installed(name: string): string {
  return resolve('node_modules/.bin', name);
}

/** Strictest of all, and without anything of Node: browsers and edge runtimes compile it too. */
const compilerOptions = {
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
  module: 'nodenext',
  types: [],
  moduleDetection: 'force',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  noEmit: true,
};

test('CP-05 it compiles under the strictest settings, and so do right uses of it but no wrong ones', () => {
  writeTree('', [
    { path: 'package.json', text: '{ "type": "module" }' },
    {
      path: 'tsconfig.json',
      text: JSON.stringify({
        compilerOptions,
        include: ['real/src', 'uses', 'awkward/src', 'hostile/src', 'eventful/src'],
      }),
    },
  ]);
  const { stdout, status } = spawnSync(installed('tsc'), ['-p', root, '--pretty', 'false'], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

test('a formatter has nothing to change, neither in what is generated nor in what is written by hand', () => {
  const config = {
    root: true,
    formatter: { indentStyle: 'space', indentWidth: 2, lineWidth },
    javascript: { formatter: { quoteStyle: 'single' } },
  };
  writeTree('', [{ path: 'biome.json', text: JSON.stringify(config) }]);
  const { stderr, status } = spawnSync(
    installed('biome'),
    ['format', 'real/src', 'awkward/src', 'hostile/src', 'eventful/src'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  expect(stderr).toMatch(/^Checked \d+ files .* No fixes applied\.$/mu);
  expect(status).toBe(0);
});

/** As an application would be built that holds this. */
async function built(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: real, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}

test('an application that uses one resource holds no route of another', async () => {
  const used = `console.log(Tenants);`;
  const routes = (text: string): readonly string[] => text.match(/\/v1\/[\w-]+/gu) ?? [];
  const alone = await built(`import { Tenants } from './src/resources/tenants.ts';\n${used}`);
  expect(new Set(routes(alone))).toStrictEqual(new Set(['/v1/tenants']));
  const amongAll = await built(`import { Tenants } from './src/index.ts';\n${used}`);
  expect(new Set(routes(amongAll))).toStrictEqual(new Set(['/v1/tenants']));
});

test('the whole SDK is at most 100 KB, and 15 KB compressed', async () => {
  const everything = await built(`export * from './src/index.ts';`);
  expect(everything.match(/\/v1\//gu)?.length).toBeGreaterThan(90);
  expect(Buffer.byteLength(everything)).toBeLessThan(100_000);
  expect(gzipSync(everything).length).toBeLessThan(15_000);
});

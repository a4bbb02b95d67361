import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { component } from '../../../../src/components/features/index.ts';
import { projectFolder } from '../../../support/project-folder.ts';

const source = join(import.meta.dirname, '../../../../src/components/features');
const compiler = join(import.meta.dirname, '../../../../node_modules/.bin/tsc');

const program = `
import { createEvaluator } from './flags/evaluation/index.ts';
import { FlagClient, FlagContext, TestFlagData } from './flags/client/index.ts';

const data = TestFlagData.create();
data.flag('checkout').rule({ 'tenant.plan': 'pro' }, 'on').fallthrough('off');
const bootstrap = { version: 'file', ruleset: data.ruleset() };
const client = new FlagClient({ mode: 'offline', bootstrap });
const context = FlagContext.multi(FlagContext.user('ada'), FlagContext.tenant('acme', { plan: 'pro' }));
const value: boolean = client.variation('checkout', context, false);
export const answers: readonly boolean[] = [value, createEvaluator(data.ruleset()).variation('checkout', context, false)];
`;

it('what SDKs take over stands alone: it is type-checked without anything else, and runs without Node', async () => {
  const directory = projectFolder({});
  for (const { from, to } of component.sdk?.typescript ?? []) {
    mkdirSync(join(directory, to, '..'), { recursive: true });
    cpSync(join(source, from), join(directory, to), { recursive: true });
  }
  writeFileSync(join(directory, 'program.ts'), program);
  const strict = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2023',
    // Types of browsers, and none of Node.
    lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
    types: [],
  };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions: strict, include: ['**/*.ts'] }));
  const checked = spawnSync(compiler, ['--project', directory], { encoding: 'utf8' });
  expect(checked.stdout).toBe('');
  const { outputFiles, metafile } = await build({
    entryPoints: [join(directory, 'program.ts')],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: ['es2022'],
    metafile: true,
    write: false,
  });
  expect(Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external))).toEqual(
    [],
  );
  const bundle = join(directory, 'program.mjs');
  writeFileSync(bundle, outputFiles[0]?.text ?? '');
  const { answers } = (await import(pathToFileURL(bundle).href)) as { readonly answers: readonly boolean[] };
  expect(answers).toEqual([true, true]);
});

import { join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { execa } from 'execa';
import { builtinsOnFirstUse } from './builtins-on-first-use.ts';
import { loadOclifOnFirstUse } from './load-on-first-use.ts';

/**
 * The program in two builds. Everything but `validate` shares chunks; `validate`, which runs at every save and in
 * every commit hook, is one file with all it needs, beside it what V8 made of it.
 */
export async function bundle(directory: string): Promise<void> {
  const options: BuildOptions = {
    bundle: true,
    // Found beside the program by its own path (wasm, data files), or asked for only when it is there.
    external: ['@electric-sql/pglite', 'pg-native', 'typescript'],
    legalComments: 'linked',
    logLevel: 'warning',
    minifySyntax: true,
    minifyWhitespace: true,
    outdir: directory,
    platform: 'node',
    target: 'node22.18',
  };
  const plugins = [builtinsOnFirstUse, loadOclifOnFirstUse];
  await Promise.all([
    build({
      ...options,
      banner: { js: lazyRequire },
      chunkNames: '[name]-[hash]',
      entryPoints: { main: 'src/commands/entry/main.ts', 'embedded-worker': 'src/db/embedded/worker.ts' },
      format: 'esm',
      plugins: [validateApart, agentAlone, ...plugins],
      splitting: true,
    }),
    build({
      ...options,
      entryPoints: { validate: 'src/commands/validate.ts' },
      format: 'cjs',
      // Only asked for by parts that `validate` does not run.
      logOverride: { 'empty-import-meta': 'silent' },
      outExtension: { '.js': '.cjs' },
      plugins,
    }),
  ]);
  await compileAhead(join(directory, 'validate.cjs'));
}

/** Makes `import('../validate.ts')` load the separate build. */
const validateApart: Plugin = {
  name: 'validate-apart',
  setup: (setup) => {
    setup.onResolve({ filter: /^\.\.\/validate\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { namespace: 'apart', path: 'validate.cjs' } : undefined,
    );
    setup.onLoad({ filter: /.*/, namespace: 'apart' }, ({ path }) => ({
      contents: [
        `import { loadCachedScript } from './load-cached-script.ts';`,
        // Beside every file of the program, chunks included.
        `export const { Validate } = loadCachedScript(import.meta.dirname + '/${path}');`,
      ].join('\n'),
      loader: 'js',
      resolveDir: join(import.meta.dirname, 'runtime'),
    }));
  },
};

/** Takes of undici only what the program imports from it; the whole of it costs as much to load as a command does. */
const agentAlone: Plugin = {
  name: 'agent-alone',
  setup: (setup) => {
    setup.onResolve({ filter: /^undici$/ }, ({ importer }) =>
      importer.endsWith('.ts') ? { path: join(import.meta.dirname, 'runtime', 'undici-agent.cjs') } : undefined,
    );
  },
};

async function compileAhead(file: string): Promise<void> {
  const script = join(import.meta.dirname, 'make-script-cache.ts');
  await execa(process.execPath, [script, resolve(file), 'Validate', 'examples/acme'], { stdout: 'ignore' });
}

/** For CommonJS packages; made when first called, since most runs never do. */
const lazyRequire = [
  "const $require = () => process.getBuiltinModule('node:module').createRequire(import.meta.url);",
  'const require = Object.assign((id) => $require()(id), { resolve: (id) => $require().resolve(id) });',
].join('');

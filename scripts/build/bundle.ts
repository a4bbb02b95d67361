import { globSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { builtinsOnFirstUse } from './builtins-on-first-use.ts';
import { lighterJsYaml } from './lighter-js-yaml.ts';
import { loadOclifOnFirstUse } from './load-on-first-use.ts';
import { validatorsElsewhere, validatorsFile } from './validators-elsewhere.ts';
import { modelsInBrief } from './models-in-brief.ts';
import { onlyAscii } from './only-ascii.ts';
import { packagesElsewhere } from './packages-elsewhere.ts';
import { packagesOnFirstUse } from './packages-on-first-use.ts';

/**
 * The program in several builds. Most of it shares chunks; a few commands are in files of their own with all they need,
 * for `compileAhead` to leave beside them what V8 makes of them.
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
  const plugins = [builtinsOnFirstUse, loadOclifOnFirstUse, packagesOnFirstUse, lighterJsYaml];
  await Promise.all([
    build({
      ...options,
      banner: { js: lazyRequire },
      chunkNames: '[name]-[hash]',
      entryPoints: {
        main: 'src/commands/entry/main.ts',
        'embedded-worker': 'src/db/embedded/worker.ts',
        [serverHalf]: `src/app/${serverHalf}.ts`,
        'report-failure': 'src/commands/entry/report-failure.ts',
      },
      format: 'esm',
      plugins,
      splitting: true,
    }),
    buildApart({
      ...options,
      entryPoints: ['src/commands/validate.ts', 'src/commands/plan.ts'],
      plugins: [serverElsewhere, validatorsElsewhere, modelsInBrief, ...plugins, packagesElsewhere(options)],
    }).then(() =>
      // After the others, with which it has packages in common. What is written shows models as they are.
      buildApart({
        ...options,
        entryPoints: { generate: join(import.meta.dirname, 'generate-commands.ts') },
        plugins: [serverElsewhere, validatorsElsewhere, ...plugins, packagesElsewhere(options)],
      }),
    ),
    build({
      ...options,
      entryPoints: Object.fromEntries(
        globSync('src/components/*/generated/validators.gen.js').map((path) => [validatorsFile(path), path]),
      ),
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
    }),
  ]);
  onlyAscii(directory);
}

async function buildApart(options: BuildOptions): Promise<void> {
  await build({
    ...options,
    ...asFunction,
    define: { 'import.meta.dirname': '$dirname', 'import.meta.url': 'module.url' },
    format: 'cjs',
    // Fewer and shorter texts for V8 to keep: 1 to 4 ms less at each start.
    minifyIdentifiers: true,
    outExtension: { '.js': '.cjs' },
  });
}

const serverHalf = 'start-control-plane';

/** A command that finds no server starts one from the shared chunks, where that half of the program is. */
const serverElsewhere: Plugin = {
  name: 'server-elsewhere',
  setup: (setup) => {
    setup.onResolve({ filter: new RegExp(`/${serverHalf}\\.ts$`) }, ({ kind }) =>
      kind === 'dynamic-import' ? { namespace: 'elsewhere', path: `./${serverHalf}.js` } : undefined,
    );
    setup.onLoad({ filter: /.*/, namespace: 'elsewhere' }, ({ path }) => ({
      contents: [
        // Node's own `require` has no `load`, and needs none: there is `import()` where it is used.
        'const load = require.load ?? ((path) => import(path));',
        `export const startControlPlane = async (options) => (await load('${path}')).startControlPlane(options);`,
      ].join('\n'),
      loader: 'js',
    }));
  },
};

/** What bin/run.js calls. Text that has to be put together at each start is copied once more. */
const asFunction: BuildOptions = {
  banner: {
    js: '(function (exports, require, module) {const $dirname = module.path;',
  },
  footer: { js: '})' },
};

/** For CommonJS packages; made when first called, since most runs never do. */
const lazyRequire = [
  "const $require = () => process.getBuiltinModule('node:module').createRequire(import.meta.url);",
  'const require = Object.assign((id) => $require()(id), { resolve: (id) => $require().resolve(id) });',
].join('');

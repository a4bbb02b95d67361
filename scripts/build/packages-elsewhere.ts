import { build, type BuildOptions, type Plugin } from 'esbuild';

/** What only expressions, patterns, help, plugins of oclif and waiting for files need: a third of a command's file. */
const packages = [
  '@marcbachmann/cel-js',
  'chokidar',
  'cli-spinners',
  'debug',
  'ejs',
  'lilconfig',
  'minimatch',
  're2js',
  'tinyglobby',
];

const resolved = { resolved: true };

/**
 * Takes these packages from files of their own when they are first required. Read with the command at each start,
 * they would cost 1 ms without ever running.
 */
export const packagesElsewhere = (options: BuildOptions): Plugin => ({
  name: 'packages-elsewhere',
  setup: (setup) => {
    const entryPoints: { [file: string]: string } = {};
    setup.onResolve(
      { filter: new RegExp(`^(?:${packages.join('|')})$`) },
      async ({ kind, path, pluginData, resolveDir }) => {
        if (pluginData === resolved) return undefined;
        const file = `package-${path.replace(/^.*\//u, '')}`;
        const found = await setup.resolve(path, { kind, pluginData: resolved, resolveDir });
        entryPoints[file] = found.path;
        return { namespace: 'package-elsewhere', path: `./${file}.cjs` };
      },
    );
    setup.onResolve({ filter: /^/, namespace: 'package-elsewhere' }, ({ path }) => ({ external: true, path }));
    setup.onLoad({ filter: /^/, namespace: 'package-elsewhere' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
      loader: 'js',
    }));
    setup.onEnd(async () => {
      await build({ ...options, entryPoints, format: 'cjs', outExtension: { '.js': '.cjs' } });
    });
  },
});

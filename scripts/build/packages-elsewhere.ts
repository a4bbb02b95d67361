import { build, type BuildOptions, type Plugin } from 'esbuild';

/** What only expressions, patterns, help, plugins of oclif, its errors and waiting for files need: as much as is left. */
const packages = [
  '@marcbachmann/cel-js',
  'ansis',
  'chokidar',
  'clean-stack',
  'cli-spinners',
  'debug',
  'ejs',
  'lilconfig',
  'minimatch',
  're2js',
  'supports-color',
  'tinyglobby',
  'wrap-ansi',
  'wsl-utils',
];

/** Of oclif: help, output and plugins as it has them. These commands have their own, or none. */
const partsOfOclif =
  /[\\/]@oclif[\\/]core[\\/]lib[\\/](help[\\/]index|ux[\\/]index|config[\\/]plugin(?:-loader)?)\.js$/;

const inOclif = /[\\/]@oclif[\\/]core[\\/]lib[\\/]/;

const resolved = { resolved: true };

/**
 * Takes these packages from files of their own when they are first required. Read with the command at each start,
 * they would cost 2 ms without ever running.
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
    setup.onResolve({ filter: /^\.\.?(?:\/|$)/ }, async ({ importer, kind, path, pluginData, resolveDir }) => {
      if (pluginData === resolved || !inOclif.test(importer)) return undefined;
      const found = await setup.resolve(path, { importer, kind, pluginData: resolved, resolveDir });
      const part = partsOfOclif.exec(found.path)?.[1];
      if (part === undefined) return found;
      const file = `package-oclif-${part.replace(/[\\/]/u, '-')}`;
      entryPoints[file] = found.path;
      return { namespace: 'package-elsewhere', path: `./${file}.cjs` };
    });
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

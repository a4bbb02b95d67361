import type { Plugin } from 'esbuild';

/** Packages that few runs of the program need, and that take milliseconds to make themselves ready. */
const packages = ['@marcbachmann/cel-js', 'maxmind', 're2js'];

/** Loads these packages when one of their members is first used. */
export const packagesOnFirstUse: Plugin = {
  name: 'packages-on-first-use',
  setup: (build) => {
    const filter = new RegExp(`^(?:${packages.join('|')})$`);
    build.onResolve({ filter }, ({ namespace, path, resolveDir }) =>
      namespace === 'first-use' ? undefined : { namespace: 'first-use', path, pluginData: resolveDir },
    );
    build.onLoad({ filter: /.*/, namespace: 'first-use' }, async ({ path, pluginData }) => ({
      contents: await membersOnFirstUse(path),
      loader: 'js',
      resolveDir: String(pluginData),
    }));
  },
};

async function membersOnFirstUse(name: string): Promise<string> {
  const namespace: object = await import(name);
  return [
    'let loaded;',
    `for (const name of ${JSON.stringify(Object.keys(namespace))})`,
    `  Object.defineProperty(exports, name, { enumerable: true, get: () => (loaded ??= require(${JSON.stringify(name)}))[name] });`,
  ].join('\n');
}

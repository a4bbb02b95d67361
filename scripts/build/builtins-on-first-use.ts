import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

const known = new Set(builtinModules);

/**
 * Loads Node's own modules when one of their members is first used. An `import` loads them at once, and makes
 * Node read every export they have to build a module namespace: node:crypto, node:fs and the streams that come
 * with them take longer than validating a small project.
 */
export const builtinsOnFirstUse: Plugin = {
  name: 'builtins-on-first-use',
  setup: (build) => {
    build.onResolve({ filter: /^(?:node:)?[a-z_/0-9]+$/ }, ({ kind, path }) => {
      const name = path.replace(/^node:/u, '');
      if (kind === 'dynamic-import' || !(known.has(name) || known.has(`node:${name}`))) return undefined;
      return { namespace: kind === 'import-statement' ? 'imported-builtin' : 'builtin', path: `node:${name}` };
    });
    build.onLoad({ filter: /.*/, namespace: 'imported-builtin' }, async ({ path }) => ({
      contents: await importedOnFirstUse(path),
      loader: 'js',
    }));
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, async ({ path }) => ({
      contents: await membersOnFirstUse(path),
      loader: 'js',
    }));
  },
};

/**
 * What a file of ours imports is only asked for members by name. A prototype that answers spares describing each
 * of a hundred members, twice, in a module of which two are used.
 */
async function importedOnFirstUse(module: string): Promise<string> {
  if (await isFunction(module)) return membersOnFirstUse(module);
  return [
    'let loaded;',
    `const get = (_, name) => (loaded ??= process.getBuiltinModule(${JSON.stringify(module)}))[name];`,
    'module.exports = Object.create(new Proxy({}, { get }));',
  ].join('\n');
}

async function isFunction(module: string): Promise<boolean> {
  const namespace: { readonly default?: unknown } = await import(module);
  return typeof namespace.default === 'function';
}

/** CommonJS packages look through what they require. */
async function membersOnFirstUse(module: string): Promise<string> {
  const load = `process.getBuiltinModule(${JSON.stringify(module)})`;
  // node:events and node:stream are functions, which nothing can stand in for.
  if (await isFunction(module)) return `module.exports = ${load};`;
  const namespace: object = await import(module);
  const names = Object.keys(namespace).filter((name) => name !== 'default');
  return [
    'let loaded;',
    `for (const name of ${JSON.stringify(names)})`,
    `  Object.defineProperty(exports, name, { enumerable: true, get: () => (loaded ??= ${load})[name] });`,
  ].join('\n');
}

import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** On one line, or until a bracket in the first column closes it. */
const declaration = /^var (\w+) = ((?!class\b).*;|(?!class\b).*[{[(]\n(?:.*[^;]\n|[ \t].*\n)*?[\])}].*;)$/gmu;

/**
 * Leaves out of js-yaml what nobody here asks for: schemas, tags and expressions for writing YAML, which it makes
 * when it is loaded. Only its parser of events is used, and to esbuild a call may always have an effect.
 */
export const withoutUnusedDeclarations: Plugin = {
  name: 'without-unused-declarations',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, async ({ path }) => ({
      contents: withoutEffects(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/** Says of every value declared at the top of a module that making it has no effect. */
export function withoutEffects(source: string): string {
  return source.replace(declaration, (_, name: string, value: string) => {
    return `var ${name} = /* @__PURE__ */ (() => (${value.slice(0, -1)}))();`;
  });
}

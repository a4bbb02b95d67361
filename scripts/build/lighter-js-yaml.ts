import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { fewerSteps } from './fewer-steps.ts';
import { testsInPlace } from './tests-in-place.ts';
import { withoutEffects } from './unused-declarations.ts';

/**
 * Makes less of js-yaml, of which only the parser of events is used here: no schemas, tags and expressions for
 * writing YAML, which it makes when it is loaded, fewer calls, and less done in vain.
 */
export const lighterJsYaml: Plugin = {
  name: 'lighter-js-yaml',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, async ({ path }) => ({
      contents: testsInPlace(fewerSteps(withoutEffects(await readFile(path, 'utf8')))),
      loader: 'js',
    }));
  },
};

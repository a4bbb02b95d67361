import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const moduleConstant =
  /^(?:const|let|var) (\w+_\d+) = ((?:__importDefault\(|__importStar\()?require\("[^"]+"\)\)?);$/gmu;

/**
 * Makes oclif load its modules when they are first used instead of all at once, which takes most of the time a
 * small command needs. TypeScript's CommonJS output has one form (`const x_1 = require("x")`, then
 * `x_1.member`), and a module is only asked for its members after the file has run, so the meaning stays.
 */
export const loadOclifOnFirstUse: Plugin = {
  name: 'load-oclif-on-first-use',
  setup: (build) => {
    build.onLoad({ filter: /@oclif[\\/]core[\\/]lib[\\/].*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (/[\\/]lib[\\/]command\.js$/u.test(path) && !opensStdout.test(source)) {
        throw new Error('oclif no longer opens stdout where it did: look whether `validate` still starts fast.');
      }
      return { contents: loadOnFirstUse(source), loader: 'js' };
    });
  },
};

/** Opens stdout, which loads Node's network code, only to ignore a closed pipe; `writeOut` does so when it writes. */
const opensStdout = /^process\.stdout\.on\('error', [^]*?^\}\);$/mu;

export function loadOnFirstUse(source: string): string {
  const names: string[] = [];
  const declared = source.replace(opensStdout, '').replace(moduleConstant, (_, name: string, load: string) => {
    names.push(name);
    return `let $${name}; const $load_${name} = () => ($${name} ??= ${load});`;
  });
  return names.reduce(
    (text, name) => text.replaceAll(new RegExp(`(?<![\\w$])${name}\\b`, 'gu'), `($load_${name}())`),
    declared,
  );
}

import { basename, dirname } from 'node:path';
import type { Plugin } from 'esbuild';

const generated = /[\\/]src[\\/]components[\\/]\w+[\\/]generated[\\/]validators\.gen\.js$/;

/** The name of the file a component's validators are built into, for those who load them on first use. */
export function validatorsFile(path: string): string {
  return `validators-${basename(dirname(dirname(path)))}`;
}

/**
 * Takes the validators from files of their own when one is first called, which only documents with mistakes make
 * happen. They are a third of what a command would be read with at each start: 1 ms.
 */
export const validatorsElsewhere: Plugin = {
  name: 'validators-elsewhere',
  setup: (setup) => {
    setup.onResolve({ filter: /^\.\/validators-\w+\.cjs$/ }, ({ path }) => ({ external: true, path }));
    setup.onLoad({ filter: generated }, async ({ path }) => {
      const { validators }: { readonly validators: object } = await import(path);
      return { contents: fromElsewhere(`./${validatorsFile(path)}.cjs`, Object.keys(validators)), loader: 'js' };
    });
  },
};

function fromElsewhere(file: string, kinds: readonly string[]): string {
  return `
    const onFirstUse = (kind) => {
      const validate = (value) => {
        const own = require(${JSON.stringify(file)}).validators[kind];
        const valid = own(value);
        validate.errors = own.errors;
        return valid;
      };
      return validate;
    };
    export const validators = { ${kinds.map((kind) => `${kind}: onFirstUse('${kind}')`).join(', ')} };`;
}

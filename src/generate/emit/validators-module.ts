import type { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build, type Plugin } from 'esbuild';
import type { Model } from '../../engine/model/model.ts';
import { codeHeader } from './header.ts';

/**
 * The module that holds a component's precompiled validators, by kind. ajv writes `require` calls for its
 * few run-time functions even in an ES module, which Node refuses; bundling puts the functions in their place
 * and leaves a file without imports.
 *
 * What ajv wrote runs, and is compiled, when a validator is first called: documents without mistakes are
 * recognised without one, and then half a megabyte of code stays text.
 */
export async function emitValidators(component: string, models: readonly Model[], ajv: Ajv): Promise<string> {
  const kinds = models.map((model) => model.kind);
  const functions = standalone.default(ajv, Object.fromEntries(kinds.map((kind) => [kind, kind])));
  const { outputFiles } = await build({
    stdin: { contents: onFirstUse(kinds), resolveDir: import.meta.dirname, loader: 'js' },
    plugins: [functionsModule(functions)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    treeShaking: true,
    minifyWhitespace: true,
    minifySyntax: true,
    minifyIdentifiers: true,
    lineLimit: 160,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.text ?? '';
  return `${codeHeader(`models/${component}/*.yaml`)}${code}`;
}

function onFirstUse(kinds: readonly string[]): string {
  return `
    const onFirstUse = (kind) => {
      const validate = (value) => {
        const compiled = require('functions')[kind];
        const valid = compiled(value);
        validate.errors = compiled.errors;
        return valid;
      };
      return validate;
    };
    export const validators = { ${kinds.map((kind) => `${kind}: onFirstUse('${kind}')`).join(', ')} };
  `;
}

/** A module that is required rather than imported is run when it is asked for. */
function functionsModule(contents: string): Plugin {
  return {
    name: 'functions',
    setup: (setup) => {
      setup.onResolve({ filter: /^functions$/ }, () => ({ namespace: 'ajv', path: 'functions' }));
      setup.onLoad({ filter: /.*/, namespace: 'ajv' }, () => ({ contents, resolveDir: import.meta.dirname }));
    },
  };
}

export function emitValidatorsDeclaration(component: string): string {
  return `${codeHeader(`models/${component}/*.yaml`)}
import type { CompiledValidator } from '../../../engine/model/registry.ts';

/** By kind. */
export declare const validators: { readonly [kind: string]: CompiledValidator };
`;
}

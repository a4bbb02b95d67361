import type { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import type { Model } from '../../engine/model/model.ts';
import { codeHeader } from './header.ts';

/**
 * The module that holds a component's precompiled validators, by kind. ajv writes `require` calls for its
 * few run-time functions even in an ES module, which Node refuses; bundling puts the functions in their place
 * and leaves a file without imports.
 */
export async function emitValidators(component: string, models: readonly Model[], ajv: Ajv): Promise<string> {
  const kinds = models.map((model) => model.kind);
  const functions = standalone.default(ajv, Object.fromEntries(kinds.map((kind) => [kind, kind])));
  const { outputFiles } = await build({
    stdin: {
      contents: `${functions}\nexport const validators = { ${kinds.join(', ')} };\n`,
      resolveDir: import.meta.dirname,
      loader: 'js',
    },
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

export function emitValidatorsDeclaration(component: string): string {
  return `${codeHeader(`models/${component}/*.yaml`)}
import type { CompiledValidator } from '../../../engine/model/registry.ts';

/** By kind. */
export declare const validators: { readonly [kind: string]: CompiledValidator };
`;
}

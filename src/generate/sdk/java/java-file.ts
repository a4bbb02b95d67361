import { withoutHidden } from '../../types/plain-text.ts';
import type { SdkFile } from '../api-description.ts';
import { fit } from '../typescript/layout/fit.ts';
import type { Layout } from '../typescript/layout/layout.ts';
import type { Imports } from './syntax/imports.ts';

/** The packages that generated code stands in, or speaks of. */
export const packages = {
  sdk: 'dev.dream.sdk',
  core: 'dev.dream.sdk.core',
  internal: 'dev.dream.sdk.internal',
  types: 'dev.dream.sdk.types',
  params: 'dev.dream.sdk.params',
  resources: 'dev.dream.sdk.resources',
} as const;

const headLine = '// Written by dream generate sdk; do not edit.';

const sources = 'src/main/java';

/** A class in a file of its own. The imports are asked last: writing the class gathers them. */
export function javaFile(packageName: string, name: string, content: Layout, imports: Imports): SdkFile {
  const code = fit(content, '    ');
  const imported = imports.lines();
  const head = [`${headLine}\npackage ${packageName};`, ...(imported.length === 0 ? [] : [imported.join('\n')])];
  return {
    path: `${sources}/${packageName.replaceAll('.', '/')}/${name}.java`,
    text: withoutHidden(`${[...head, code].join('\n\n')}\n`),
  };
}

/** What is told of a package. */
export function packageFile(packageName: string, about: string): SdkFile {
  return {
    path: `${sources}/${packageName.replaceAll('.', '/')}/package-info.java`,
    text: `${headLine}\n/** ${about} */\npackage ${packageName};\n`,
  };
}

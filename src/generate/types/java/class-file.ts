import type { TypesFile } from '../configuration-types.ts';
import { ownHead } from '../own-head.ts';
import { withoutHidden } from '../plain-text.ts';

/** A class of its own file. Of the imports those are written that it speaks of. */
export function classFile(packageName: string, name: string, body: string): TypesFile {
  const words = new Set(body.replaceAll(notCode, '').match(/\w+/gu));
  const used = imports.filter((one) => words.has(one.slice(one.lastIndexOf('.') + 1)));
  const head = [
    `${ownHead('//')}\npackage ${packageName};`,
    ...(used.length === 0 ? [] : [used.map((one) => `import ${one};`).join('\n')]),
  ];
  const path = `${packageName.replaceAll('.', '/')}/${name}.java`;
  return { path, text: withoutHidden(`${head.join('\n\n')}\n\n${body}`) };
}

/** Names that no class of ours may have. */
export const importedNames: ReadonlySet<string> = new Set(
  `FlagKey Json ToJson LinkedHashMap List Map Objects Boolean Double Long Object String Override Deprecated
   IllegalStateException`.split(/\s+/u),
);

const imports = [
  'dev.dream.sdk.flags.FlagKey',
  'dev.dream.sdk.json.Json',
  'dev.dream.sdk.json.ToJson',
  'java.util.ArrayList',
  'java.util.Collections',
  'java.util.LinkedHashMap',
  'java.util.List',
  'java.util.Map',
  'java.util.Objects',
];

/** Comments and texts, in which a name is no use of it. */
const notCode = /\/\*.*?\*\/|"(?:[^"\\\n]|\\.)*"/gsu;

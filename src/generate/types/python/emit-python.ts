import type { ConfigurationTypes, TypesFile } from '../configuration-types.ts';
import { nameFor, objectTypeNames } from '../names/type-names.ts';
import { pascalCase, wordsOf } from '../names/words.ts';
import { ownHead } from '../own-head.ts';
import { flatText } from '../../sdk/python/layout/layout.ts';
import { withoutHidden } from '../plain-text.ts';
import { annotation } from './annotation.ts';
import { familyClass, groupClass } from './constants.ts';
import { flagClass } from './flags.ts';
import { isTyped, typedDict } from './typed-dict.ts';

/** One module. It needs the SDK where there are flags, and nothing else. */
export function emitPython(types: ConfigurationTypes, path: string): readonly TypesFile[] {
  const names = objectTypeNames(types, [...imports.map(({ name }) => name), 'None', 'True', 'False']);
  const nameOf = (id: string): string => nameFor(id, names);
  // The types of flags are evaluated, so flags come behind what they speak of.
  const parts = [
    ...types.objectTypes.map(({ fields, id, note }) => typedDict(nameOf(id), fields, note, nameOf)),
    ...types.tables.map(({ name, note, rows }) => typedDict(pascalCase(wordsOf(name)), rows, note, nameOf)),
    ...types.families.flatMap(familyClass),
    ...types.groups.flatMap(groupClass),
    ...flagClass(types.flags, nameOf),
  ];
  const body = parts.join('\n\n');
  // Where a name cannot be written as a field, the types stand in texts, and are evaluated all the same.
  const lists = [...types.objectTypes.map((type) => type.fields), ...types.tables.map(({ rows }) => rows)];
  const fields = lists.filter(isTyped).flat();
  const spokenOf = fields.map(({ type }) => flatText(annotation(type, nameOf)));
  const head = [ownHead('#'), 'from __future__ import annotations', ...importLines([body, ...spokenOf])].join('\n\n');
  return [{ path, text: withoutHidden(`${head}\n${body === '' ? '' : `\n\n${body}`}`) }];
}

const imports = [
  { module: 'collections.abc', name: 'Mapping' },
  { module: 'collections.abc', name: 'Sequence' },
  { module: 'typing', name: 'Any' },
  { module: 'typing', name: 'Final' },
  { module: 'typing', name: 'Literal' },
  { module: 'typing', name: 'TypeAlias' },
  { module: 'typing', name: 'TypedDict' },
  { module: 'typing', name: 'Union' },
  { module: 'dream_sdk.flags', name: 'FlagKey' },
];

/** Those of the standard library, then that of the SDK. */
function importLines(code: readonly string[]): readonly string[] {
  const words = new Set(code.flatMap((text) => text.replaceAll(texts, '').match(/\w+/gu) ?? []));
  const lines = [...new Set(imports.map(({ module }) => module))].flatMap((module) => {
    const names = imports.filter((one) => one.module === module && words.has(one.name)).map(({ name }) => name);
    return names.length === 0 ? [] : [`from ${module} import ${names.join(', ')}`];
  });
  const own = lines.filter((line) => line.startsWith('from dream_sdk'));
  const standard = lines.filter((line) => !own.includes(line));
  return [standard, own].filter((group) => group.length > 0).map((group) => group.join('\n'));
}

/** Texts and docstrings, in which a name is no use of it. */
const texts = /"""(?:[^\\]|\\.)*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gsu;

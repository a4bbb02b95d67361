import type { TypeReference } from '../../sdk/api-description.ts';
import type { ConstantFamily, FlagType, TypesFile } from '../configuration-types.ts';
import { namesOf } from '../names/names-of.ts';
import { nameFor } from '../names/type-names.ts';
import { constantCase } from '../names/words.ts';
import { constantFile } from './constants.ts';
import { codeText, notedJavadoc } from './javadoc.ts';
import { longTextLiteral, textLiteral } from './text-literal.ts';

/** `Flags.NEW_CHECKOUT` */
export function flagsFile(flags: readonly FlagType[], packageName: string): readonly TypesFile[] {
  if (flags.length === 0) return [];
  const names = namesOf(
    flags.map(({ key }) => ({ id: key, wish: key })),
    { casing: constantCase },
  );
  const lines = flags.map((flag) => {
    const { make, type } = tokenOf(flag);
    const doc = notedJavadoc(flag.notes, codeText(flag.key), 4);
    return `${doc}    public static final FlagKey<${type}> ${nameFor(flag.key, names)} =\n            FlagKey.${make};\n`;
  });
  const note = 'The flags, each with what its value may be.';
  return [constantFile(packageName, 'Flags', note, lines)];
}

/** What the flags whose values are texts may answer. */
export function flagValues(flags: readonly FlagType[]): readonly ConstantFamily[] {
  const groups = flags.flatMap(({ key, notes, type }) => {
    const constants = textsOf(type).map((value) => ({ value, wish: value, notes: { text: '' } }));
    return constants.length === 0 ? [] : [{ value: key, wish: key, notes, constants }];
  });
  if (groups.length === 0) return [];
  return [{ name: 'flag-values', member: 'flag-value', note: 'What flags may answer whose values are texts.', groups }];
}

function textsOf(type: TypeReference): readonly string[] {
  if (type.kind === 'union') return type.members.flatMap(textsOf);
  return type.kind === 'literal' && typeof type.value === 'string' ? [type.value] : [];
}

function tokenOf({ default: fallback, key }: FlagType): { readonly type: string; readonly make: string } {
  const name = textLiteral(key);
  switch (typeof fallback) {
    case 'boolean':
      return { type: 'Boolean', make: `ofBoolean(${name}, ${String(fallback)})` };
    case 'string':
      return { type: 'String', make: `ofText(${name}, ${longTextLiteral(fallback)})` };
    case 'number':
      return { type: 'Double', make: `ofNumber(${name}, ${String(fallback)}d)` };
    default:
      return { type: 'Object', make: `ofJson(${name}, Json.parse(${longTextLiteral(JSON.stringify(fallback))}))` };
  }
}

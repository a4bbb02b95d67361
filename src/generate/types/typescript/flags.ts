import type { TypeReference } from '../../sdk/api-description.ts';
import {
  braced,
  group,
  indent,
  type Layout,
  line,
  lines,
  separated,
  softLine,
  whereBroken,
} from '../../sdk/typescript/layout/layout.ts';
import { textLiteral } from '../../sdk/typescript/syntax/text-literal.ts';
import { type TypeSite, typeLayout } from '../../sdk/typescript/syntax/type-layout.ts';
import type { FlagType } from '../configuration-types.ts';
import { namesOf } from '../names/names-of.ts';
import { nameFor } from '../names/type-names.ts';
import { camelCase } from '../names/words.ts';
import { brokenObject } from './constants.ts';
import { noted } from './notes.ts';
import { memberLiteral } from './value-literal.ts';

/** `export const FLAGS = { newCheckout: { … } as FlagKey<'control' | 'b'> } as const;` */
export function flagDeclarations(flags: readonly FlagType[], site: TypeSite): readonly Layout[] {
  if (flags.length === 0) return [];
  const names = namesOf(
    flags.map(({ key }) => ({ id: key, wish: key })),
    { casing: camelCase },
  );
  const members = flags.map(({ default: fallback, key, notes, type }) =>
    noted(notes, 1, [
      `${nameFor(key, names)}: `,
      braced([`key: ${textLiteral(key)}`, memberLiteral('default', fallback)]),
      ' as FlagKey<',
      choiceLayout(type, site),
      '>',
    ]),
  );
  return [
    noted({ text: 'A flag: its key, and what code gets where nothing is known of the flag.' }, 0, [
      lines('export interface FlagKey<T> {\n  readonly key: string;\n  readonly default: T;\n}'),
    ]),
    noted({ text: 'The flags, each with what its value may be.' }, 0, [
      'export const FLAGS = ',
      brokenObject(members),
      ' as const;',
    ]),
  ];
}

/** The type between brackets: its alternatives stand below each other where they do not fit on a line. */
function choiceLayout(type: TypeReference, site: TypeSite): Layout {
  const members = alternativesOf(type).map((member) => typeLayout(member, site));
  const [only] = members;
  // A single name stays where it is.
  if (members.length === 1 && typeof only === 'string' && /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(only))
    return only;
  const choice = group(members.length > 1 ? whereBroken('| ') : '', separated(members, [line, '| ']));
  return group(indent(softLine, choice), softLine);
}

function alternativesOf(type: TypeReference): readonly TypeReference[] {
  if (type.kind === 'nullable') return [...alternativesOf(type.of), { kind: 'null' }];
  return type.kind === 'union' ? type.members.flatMap(alternativesOf) : [type];
}

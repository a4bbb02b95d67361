import { columnsOf } from '../../sdk/python/layout/columns.ts';
import { docstring } from '../../sdk/python/layout/docstring.ts';
import { flatText, group, layOut, lineLength, subscript } from '../../sdk/python/layout/layout.ts';
import type { FlagType } from '../configuration-types.ts';
import { namesOf } from '../names/names-of.ts';
import { nameFor } from '../names/type-names.ts';
import { snakeCase } from '../names/words.ts';
import { annotation } from './annotation.ts';
import { noteText } from './constants.ts';
import { textLiteral } from './text-literal.ts';
import { valueLiteral } from './value-literal.ts';

/** `new_checkout: Final = FlagKey[Literal["control", "b"]]("new-checkout", default="control")` */
export function flagClass(flags: readonly FlagType[], nameOf: (id: string) => string): readonly string[] {
  if (flags.length === 0) return [];
  const names = namesOf(
    flags.map(({ key }) => ({ id: key, wish: key })),
    { casing: snakeCase, reserved },
  );
  const lines = flags.map(({ default: fallback, key, notes, type }) => {
    const head = `${nameFor(key, names)}: Final = `;
    const made = subscript('FlagKey', [annotation(type, nameOf)]);
    const call = group('(', [textLiteral(key), ['default=', valueLiteral(fallback)]], ')');
    // What is written behind the type is broken before the type itself.
    const isShort = 4 + columnsOf(head) + columnsOf(flatText(made)) < lineLength;
    const token = isShort ? [`${head}${flatText(made)}`, call] : [head, made, call];
    return `${layOut(token, 4)}\n${docstring({ text: noteText(notes) }, 4)}`;
  });
  const doc = docstring({ text: 'The flags, each with what its value may be.' }, 4);
  return [`class FLAGS:\n${doc}\n${lines.join('')}`];
}

/** Words of the language, and what the types of the class speak of. */
const reserved = new Set(
  `and as assert async await bool break class continue def del elif else except finally float for from global if import
   in int is lambda nonlocal not or pass raise return str try while with yield`.split(/\s+/u),
);

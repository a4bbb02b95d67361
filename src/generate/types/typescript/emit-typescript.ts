import { fit } from '../../sdk/typescript/layout/fit.ts';
import { hardLine, type Layout, separated } from '../../sdk/typescript/layout/layout.ts';
import { objectDeclaration, type TypeSite } from '../../sdk/typescript/syntax/type-layout.ts';
import type { ConfigurationTypes, ObjectType, TypesFile, TypeTable } from '../configuration-types.ts';
import { nameFor, objectTypeNames } from '../names/type-names.ts';
import { pascalCase, wordsOf } from '../names/words.ts';
import { ownHead } from '../own-head.ts';
import { withoutHidden } from '../plain-text.ts';
import { familyDeclarations, groupDeclarations } from './constants.ts';
import { flagDeclarations } from './flags.ts';
import { commentText, noted } from './notes.ts';

/** One module without imports. */
export function emitTypeScript(types: ConfigurationTypes, path: string): readonly TypesFile[] {
  const names = objectTypeNames(types, ['FlagKey', 'Date', 'Object']);
  const site = (isSent: boolean): TypeSite => ({
    nameOf: (id) => nameFor(id, names),
    unknownKind: () => 'unknown',
    choiceName: () => undefined,
    isSent,
    isAnswered: !isSent,
  });
  const declarations = [
    ...flagDeclarations(types.flags, site(false)),
    ...types.families.flatMap(familyDeclarations),
    ...types.groups.flatMap(groupDeclarations),
    ...types.objectTypes.map((objectType) =>
      objectTypeDeclaration(objectType, nameFor(objectType.id, names), site(objectType.isSent)),
    ),
    ...types.tables.map((table) => tableDeclaration(table, site(true))),
  ];
  // A module even where there is nothing to export.
  const body = declarations.length === 0 ? 'export {};' : fit(separated(declarations, [hardLine, hardLine]));
  return [{ path, text: `${ownHead('//')}\n/* eslint-disable */\n\n${withoutHidden(body)}\n` }];
}

function objectTypeDeclaration({ fields, note }: ObjectType, name: string, site: TypeSite): Layout {
  return noted({ text: note }, 0, objectDeclaration(name, fields.map(commented), undefined, site));
}

function tableDeclaration({ name, note, rows }: TypeTable, site: TypeSite): Layout {
  return noted({ text: note }, 0, objectDeclaration(pascalCase(wordsOf(name)), rows.map(commented), undefined, site));
}

function commented<F extends { readonly description?: string }>(field: F): F {
  return field.description === undefined ? field : { ...field, description: commentText(field.description) };
}

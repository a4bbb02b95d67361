import type { Imports } from './types/imports.ts';

/** The first line of what nobody is to edit. */
export const headLine = '# Written by dream generate sdk; do not edit.';

export interface ModuleParts {
  /** Its docstring. */
  readonly about: string;
  readonly imports: Imports;
  /** What is imported for annotations alone, and not at all while the program runs. */
  readonly typingImports?: Imports;
  /** Classes and functions, each with its own line end. */
  readonly body: readonly string[];
}

/** A whole module, laid out as `ruff format` would. */
export function moduleText({ about, imports, typingImports, body }: ModuleParts): string {
  const text = body.join('\n\n');
  // Whether an annotation had to be broken is known only now.
  if (/\bUnion\[/.test(text)) imports.add('typing', 'Union');
  const forTypes = typingImports?.text(4) ?? '';
  if (forTypes !== '') imports.add('typing', 'TYPE_CHECKING');
  return [
    `${headLine}\n"""${about}"""\n`,
    'from __future__ import annotations\n',
    ...[imports.text()].filter(Boolean),
    ...(forTypes === '' ? [] : [`if TYPE_CHECKING:\n${forTypes}`]),
    `\n${text}`,
  ].join('\n');
}

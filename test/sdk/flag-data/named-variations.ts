import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A flag `theme` of `on` and `off`, given `rules` and then other `variations`: refused, or what ann gets of it. */
export interface NamedVariations {
  readonly title: string;
  readonly rules: Readonly<Record<string, unknown>>;
  readonly variations: Readonly<Record<string, string | number>>;
  /** The whole message; absent where it is taken. */
  readonly refused?: string;
  /** What ann gets; `the default` where the flag cannot be read. Absent where it is refused. */
  readonly value?: string;
}

/** The same for every language. */
const namedVariationsPath = join(import.meta.dirname, 'named-variations.json');

export const namedVariations: readonly NamedVariations[] = JSON.parse(readFileSync(namedVariationsPath, 'utf8'));

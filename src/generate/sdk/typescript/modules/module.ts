import type { SdkFile } from '../../api-description.ts';
import { fit } from '../layout/fit.ts';
import { braced, group, hardLine, type Layout, separated } from '../layout/layout.ts';
import type { Runtime } from '../runtime.ts';
import { textLiteral } from '../syntax/text-literal.ts';

export const headLine = 'Written by dream generate sdk; do not edit.';

/** What one file imports, gathered while its code is made. */
export class Imports {
  readonly #path: string;
  readonly #byPath = new Map<string, Map<string, 'type' | 'value'>>();

  /** `path`: of the file itself, below `src/`. */
  constructor(path: string) {
    this.#path = path;
  }

  /** The name, imported from that file below `src/`. */
  use(name: string, from: string, as: 'type' | 'value' = 'type'): string {
    const names = this.#byPath.get(from) ?? new Map<string, 'type' | 'value'>();
    this.#byPath.set(from, names);
    if (names.get(name) !== 'value') names.set(name, as);
    return name;
  }

  useRuntime(name: string, runtime: Runtime, as: 'type' | 'value' = 'type'): string {
    return this.use(name, runtime.pathOf(name).slice('src/'.length), as);
  }

  layouts(): readonly Layout[] {
    return [...this.#byPath]
      .map(([from, names]) => ({ specifier: specifierBetween(this.#path, from), names: [...names].toSorted(byName) }))
      .toSorted((a, b) => (a.specifier < b.specifier ? -1 : 1))
      .map(({ specifier, names }) => {
        const areTypes = names.every(([, as]) => as === 'type');
        const listed = names.map(([name, as]) => (areTypes || as === 'value' ? name : `type ${name}`));
        return group(`import ${areTypes ? 'type ' : ''}`, braced(listed), ` from ${textLiteral(specifier)};`);
      });
  }
}

/** A file below `src/`: its head line, its imports, and its declarations with an empty line between any two. */
export function moduleFile(path: string, imports: Imports, declarations: readonly Layout[]): SdkFile {
  const head: Layout = separated([`// ${headLine}`, ...imports.layouts()], hardLine);
  const text = fit(separated([head, ...declarations], [hardLine, hardLine]));
  return { path: `src/${path}`, text: `${text}\n` };
}

/** `./b.ts` from one file to another, both below `src/`. */
function specifierBetween(from: string, to: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  if (to.startsWith(folder)) return `./${to.slice(folder.length)}`;
  return `${'../'.repeat(folder.split('/').length - 1)}${to}`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

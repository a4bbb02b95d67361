import type { SdkFile } from '../../api-description.ts';
import { fit } from '../layout/fit.ts';
import { braced, group, hardLine, type Layout, separated } from '../layout/layout.ts';
import type { Runtime } from '../runtime.ts';
import { textLiteral } from '../syntax/text-literal.ts';

export const headLine = 'Written by dream generate sdk; do not edit.';

interface Import {
  /** Where it comes from. */
  readonly name: string;
  readonly as: 'type' | 'value';
}

/** What one file imports, gathered while its code is made. */
export class Imports {
  readonly #path: string;
  /** By file, then by what the name is here. */
  readonly #byPath = new Map<string, Map<string, Import>>();

  readonly #ownNames: ReadonlySet<string>;

  /** `path`: of the file itself, below `src/`. `ownNames`: what no part of the runtime may be called there. */
  constructor(path: string, ownNames: Iterable<string> = []) {
    this.#path = path;
    this.#ownNames = new Set(ownNames);
  }

  /** The name, imported from that file below `src/`. */
  use(name: string, from: string, as: Import['as'] = 'type', local = name): string {
    const names = this.#byPath.get(from) ?? new Map<string, Import>();
    this.#byPath.set(from, names);
    if (names.get(local)?.as !== 'value') names.set(local, { name, as });
    return local;
  }

  /** Something of the hand-written part. */
  useRuntime(name: string, runtime: Runtime, as: Import['as'] = 'type'): string {
    let local = name;
    while (this.#ownNames.has(local)) local += 'Base';
    return this.use(name, runtime.pathOf(name).slice('src/'.length), as, local);
  }

  layouts(): readonly Layout[] {
    return [...this.#byPath]
      .map(([from, names]) => ({ specifier: specifierBetween(this.#path, from), names: [...names].toSorted(byName) }))
      .toSorted((a, b) => (a.specifier < b.specifier ? -1 : 1))
      .map(({ specifier, names }) => {
        const areTypes = names.every(([, { as }]) => as === 'type');
        const listed = names.map(([local, { name, as }]) => {
          const text = local === name ? name : `${name} as ${local}`;
          return areTypes || as === 'value' ? text : `type ${text}`;
        });
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

import { group, layOut } from '../layout/layout.ts';

/** What a module imports, gathered while its text is written. */
export class Imports {
  readonly #names = new Map<string, Set<string>>();
  readonly #modules = new Set<string>();

  /** `from module import name` */
  add(module: string, name: string): string {
    const names = this.#names.get(module) ?? new Set<string>();
    this.#names.set(module, names.add(name));
    return name;
  }

  /** `import module` */
  addModule(module: string): void {
    this.#modules.add(module);
  }

  /** The lines, in groups as ruff sorts them: the standard library, then the SDK's own. */
  text(indent = 0): string {
    const margin = ' '.repeat(indent);
    const modules = [...this.#modules].sort().map((module) => `${margin}import ${module}`);
    const froms = [...this.#names].toSorted(([one], [other]) => inOrder(one, other));
    const own = froms.filter(([module]) => module.startsWith('.'));
    const standard = froms.filter(([module]) => !module.startsWith('.'));
    return [
      [...modules, ...standard.map((from) => this.#line(from, indent))],
      own.map((from) => this.#line(from, indent)),
    ]
      .filter((lines) => lines.length > 0)
      .map((lines) => `${lines.join('\n')}\n`)
      .join('\n');
  }

  #line([module, names]: readonly [string, ReadonlySet<string>], indent: number): string {
    const sorted = [...names].toSorted(byKindAndName);
    const flat = `${' '.repeat(indent)}from ${module} import ${sorted.join(', ')}`;
    return flat.length <= 100 ? flat : layOut(group(`from ${module} import (`, sorted, ')'), indent);
  }
}

/** What goes further up comes first, then by letters. */
function inOrder(one: string, other: string): number {
  const dots = (text: string): number => /^\.*/.exec(text)?.[0].length ?? 0;
  if (dots(one) !== dots(other)) return dots(other) - dots(one);
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Constants, then classes, then the rest; letters in any case. */
export function byKindAndName(one: string, other: string): number {
  const keys = [one, other].map((name) => {
    const kind = /^[A-Z0-9_]+$/.test(name) && name.length > 1 ? 0 : /^_*[A-Z]/.test(name) ? 1 : 2;
    return `${kind} ${name.toLowerCase()} ${name}`;
  });
  const [first = '', second = ''] = keys;
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Words that no variable, parameter or type can be called by, and those that would hide what the code uses itself. */
const reservedWords = new Set(
  `abstract any arguments as async await bigint boolean break case catch class const continue debugger declare default
   delete do else enum eval export extends false finally for function get if implements import in infer instanceof
   interface is keyof let module namespace never new null number object of package private protected public readonly
   require return set static string super switch symbol this throw true try type typeof undefined unique unknown using
   var void while with yield Date`.split(/\s+/u),
);

/** `audit-entries`, `auditEntries`, `audit.entries` → `auditEntries` */
export function camelCase(text: string): string {
  const joined = words(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}

export function pascalCase(text: string): string {
  const name = camelCase(text);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `auditEntries` → `audit-entries` */
export function kebabCase(text: string): string {
  return camelCase(text)
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/gu, '-')
    .toLowerCase();
}

function words(text: string): readonly string[] {
  return text.split(/[^A-Za-z0-9]+/u).filter((word) => word !== '');
}

/** Names of one scope: each is given once. */
export class Names {
  readonly #given: Set<string>;
  readonly #mayBeWords: boolean;

  /** `mayBeWords`: of members and files, which may be called by any word of the language. */
  constructor(taken: Iterable<string> = [], { mayBeWords = false } = {}) {
    this.#given = new Set(taken);
    this.#mayBeWords = mayBeWords;
  }

  /** The wish, else the wish with so many endings that nothing else is called so. */
  give(wish: string, ending = '_'): string {
    let name = /^\d/u.test(wish) ? `_${wish}` : wish;
    while (this.#given.has(name) || (!this.#mayBeWords && reservedWords.has(name))) name += ending;
    this.#given.add(name);
    return name;
  }
}

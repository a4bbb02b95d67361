import { reservedWords } from '../../../types/java/reserved-words.ts';

/** What every object has without arguments, or with such as a generated method might have. */
export const objectMembers: readonly string[] =
  `clone equals finalize getClass hashCode notify notifyAll toString wait`.split(/\s+/u);

/** What answers have besides their fields. */
export const modelMembers: readonly string[] = [...objectMembers, 'raw', 'toJson'];

/** What builders have besides their setters. */
export const builderMembers: readonly string[] = [...objectMembers, 'build', 'put', 'set'];

/** What resources have besides their operations and those below them. */
export const resourceMembers: readonly string[] = [...objectMembers, 'connection', 'withRaw'];

/** What a client has besides its resources. */
export const clientMembers: readonly string[] = [
  ...objectMembers,
  'builder',
  'clearUserToken',
  'close',
  'connection',
  'create',
  'setUserToken',
  'withOptions',
];

/** What parameters of paths stand beside; and packages, which a parameter of that name would hide. */
export const parameterNames: readonly string[] = ['body', 'dev', 'java', 'options', 'query'];

/** `audit-entries`, `auditEntries`, `audit.entries` → `auditEntries`; `URL` → `url` */
export function camelCase(text: string): string {
  const [first = 'value', ...others] = words(text);
  const begin = first.replace(/^(?:[A-Z]+(?![a-z])|[A-Z])/u, (capitals) => capitals.toLowerCase());
  return notDigit([begin, ...others.map(capitalised)].join(''));
}

/** A name without any letter or digit is `Value`. */
export function pascalCase(text: string): string {
  return notDigit(words(text).map(capitalised).join('') || 'Value');
}

/** `handedOn`, `handed-on` → `HANDED_ON` */
export function constantCase(text: string): string {
  const name = text
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/gu, '_')
    .replaceAll(/[^A-Za-z0-9]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '')
    .toUpperCase();
  if (name === '') return text === '' ? 'EMPTY' : 'VALUE';
  return notDigit(name);
}

function words(text: string): readonly string[] {
  return text.split(/[^A-Za-z0-9]+/u).filter((word) => word !== '');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function notDigit(name: string): string {
  return /^\d/u.test(name) ? `_${name}` : name;
}

/** Names of one scope: each is given once, and none is a word of the language. */
export class Names {
  readonly #given: Set<string>;
  readonly #ignoresCase: boolean;

  /** `ignoresCase`: of classes, whose files must differ where case does not count. */
  constructor(taken: Iterable<string> = [], { ignoresCase = false } = {}) {
    this.#ignoresCase = ignoresCase;
    this.#given = new Set([...taken].map((name) => this.#key(name)));
  }

  /** The wish, else the wish with so many endings that nothing else is called so. */
  give(wish: string, ending = '_'): string {
    let name = wish;
    while (reservedWords.has(name) || name === 'yield' || this.#given.has(this.#key(name))) name += ending;
    this.#given.add(this.#key(name));
    return name;
  }

  #key(name: string): string {
    return this.#ignoresCase ? name.toLowerCase() : name;
  }
}

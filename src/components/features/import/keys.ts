import type { Draft, Subject } from './draft.ts';

/** Keys of the export → keys here. Code goes on asking for the old one, so a change is said. */
export class Keys {
  readonly #taken = new Set<string>();
  readonly #keys = new Map<string, string>();

  /** What can be kept of `all` is kept by those who have it, whatever the others would be called. */
  constructor(all: Iterable<string> = []) {
    for (const original of all) if (isPossible(original)) this.of(original);
  }

  /** Always the same for what is the same there; `wanted` is what it would best be called. */
  of(original: string, wanted: string = original): string {
    const known = this.#keys.get(original);
    if (known !== undefined) return known;
    const base = possibleKey(wanted);
    let key = base;
    for (let count = 2; this.#taken.has(key); count += 1) key = `${base.slice(0, 120)}-${count}`;
    this.#taken.add(key);
    this.#keys.set(original, key);
    return key;
  }
}

export function sayRenamed(original: string, key: string, draft: Draft, subject: Subject): void {
  if (original !== key)
    draft.changed('import/renamed', subject, `Its key \`${original}\` is not possible here; it is \`${key}\` now.`);
}

function isPossible(text: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/u.test(text) && text.length <= 128;
}

function possibleKey(text: string): string {
  if (isPossible(text)) return text;
  const tidied = text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9._-]+/gu, '-')
    .replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/gu, '')
    .slice(0, 120)
    .replace(/[^A-Za-z0-9]+$/u, '');
  return tidied === '' ? 'unnamed' : tidied;
}

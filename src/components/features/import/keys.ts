import type { Draft, Subject } from './draft.ts';

/** Keys of the export → keys here. Code goes on asking for the old one, so a change is said. */
export class Keys {
  readonly #taken = new Set<string>();
  readonly #keys = new Map<string, string>();

  of(original: string): string {
    const known = this.#keys.get(original);
    if (known !== undefined) return known;
    const base = possibleKey(original);
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

function possibleKey(text: string): string {
  if (/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/u.test(text) && text.length <= 128) return text;
  const tidied = text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9._-]+/gu, '-')
    .replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/gu, '')
    .slice(0, 120)
    .replace(/[^A-Za-z0-9]+$/u, '');
  return tidied === '' ? 'unnamed' : tidied;
}

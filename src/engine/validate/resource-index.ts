import type { ResourceId } from '../resource.ts';

/** Where each resource stands in a list: by kind, then key. The first of two with the same name counts. */
export class ResourceIndex {
  readonly #byKind = new Map<string, Map<string, number>>();
  /** Later ones with a name that was taken, with the index of the first. */
  readonly duplicates: readonly { readonly first: number; readonly second: number }[];

  constructor(resources: readonly ResourceId[]) {
    const duplicates: { first: number; second: number }[] = [];
    for (const [index, { kind, key }] of resources.entries()) {
      let keys = this.#byKind.get(kind);
      if (keys === undefined) this.#byKind.set(kind, (keys = new Map()));
      const first = keys.get(key);
      if (first === undefined) keys.set(key, index);
      else duplicates.push({ first, second: index });
    }
    this.duplicates = duplicates;
  }

  find(kind: string, key: string): number | undefined {
    return this.#byKind.get(kind)?.get(key);
  }

  keysOf(kind: string): readonly string[] {
    return [...(this.#byKind.get(kind)?.keys() ?? [])];
  }

  kindsWith(key: string): readonly string[] {
    return [...this.#byKind].filter(([, keys]) => keys.has(key)).map(([kind]) => kind);
  }
}

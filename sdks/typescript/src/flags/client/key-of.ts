import type { FlagKey } from './contract.ts';

/** What programs without types hand over as a key may be none, or throw when it is read. */
export function keyOf<T>(flag: FlagKey<T>): { readonly key: string; readonly defaultValue: T } {
  return { key: read(() => flag.key), defaultValue: read(() => flag.default) };
}

/** Undefined is what a key that is none has for its default; no flag is called so. */
function read<T>(field: () => T): T {
  try {
    return field();
  } catch {
    return undefined as T;
  }
}

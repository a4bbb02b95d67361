import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';

/** Properties ask this millions of times: what is compared is put into words only where the answers differ. */
export function expectSameAnswer(about: readonly unknown[], given: unknown, wanted: unknown, yaml = ''): void {
  if (!isDeepStrictEqual(given, wanted)) expect([...about, given], yaml).toEqual([...about, wanted]);
}

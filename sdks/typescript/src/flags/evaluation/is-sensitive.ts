import type { AttributePath } from './ruleset.ts';

/** Whether the attribute is, or is part of, one of those named by kind. */
export function isSensitive(
  sensitive: { readonly [kind: string]: readonly string[] | undefined },
  { kind, path: [name = ''] }: AttributePath,
): boolean {
  return Object.hasOwn(sensitive, kind) && sensitive[kind]?.includes(name) === true;
}

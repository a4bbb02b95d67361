import type { AttributePath } from './ruleset.ts';

/*
 * Attributes as people write them: `user.address.city`. A name that has a dot, a space or `=` in it stands in double
 * quotes, in which `"` and `\` have a `\` before them: `user."app.version"`.
 */

const plain = /^[^."\s=][^.\s=]*$/u;

/** `user.email`, or `user."first name"`; always the same text for the same attribute. */
export function attributeText(kind: string, path: readonly string[]): string {
  return [kind, ...path.map((name) => (plain.test(name) ? name : `"${name.replaceAll(/["\\]/gu, '\\$&')}"`))].join('.');
}

/** What {@link attributeText} wrote, or somebody in its way. */
export function readAttribute(text: string): AttributePath {
  const [kind = ''] = text.split('.', 1);
  const names = text.slice(kind.length).matchAll(/\.(?:"((?:[^"\\]|\\.)*)"|([^.]*))/gsu);
  return {
    kind,
    path: [...names].map(([, quoted, bare = '']) => quoted?.replaceAll(/\\(.)/gsu, '$1') ?? bare),
  };
}

/**
 * The names in an attribute as conditions write it, its kind first: `payload.amount`. One with a dot or a space stands in
 * double quotes: `payload."first name"`.
 */
export function attributeNames(text: string): readonly string[] {
  const [kind = ''] = text.split('.', 1);
  const names = text.slice(kind.length).matchAll(/\.(?:"((?:[^"\\]|\\.)*)"|([^.]*))/gsu);
  return [kind, ...[...names].map(([, quoted, bare = '']) => quoted?.replaceAll(/\\(.)/gsu, '$1') ?? bare)];
}

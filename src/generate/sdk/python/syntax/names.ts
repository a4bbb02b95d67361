const keywords = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if
   import in is lambda nonlocal not or pass raise return self try while with yield`.split(/\s+/),
);

/** What every answer has, whatever its fields are called; and what its annotations speak of. */
const modelMembers = new Set(['raw', 'to_dict', 'datetime']);

/** No file can be called so on Windows, whatever its ending. */
const deviceNames = /^(?:aux|con|nul|prn|(?:com|lpt)[0-9])$/u;

/** `createdAt` → `created_at`; what Python keeps for itself gets an underscore behind it. */
export function snakeCase(name: string): string {
  const snake = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
  const begun = /^[0-9]/.test(snake) || snake === '' ? `n${snake}` : snake;
  return keywords.has(begun) ? `${begun}_` : begun;
}

/** `serviceAccounts` → `ServiceAccounts` */
export function pascalCase(name: string): string {
  return snakeCase(name)
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** Attributes for these fields, in their order; no two of them alike, and none that every answer has. */
export function attributeNames(names: readonly string[]): ReadonlyMap<string, string> {
  return distinctNames(names, modelMembers);
}

/** Names for arguments, in their order; none of those that are taken. */
export function distinctNames(names: readonly string[], taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const give = naming(taken);
  return new Map(names.map((name) => [name, give(name)]));
}

/** Gives names in one scope, no two of them alike, and none of those that are taken. */
export function naming(taken: Iterable<string>): (name: string) => string {
  const used = new Set(taken);
  return (name) => {
    let own = snakeCase(name);
    while (used.has(own)) own += '_';
    used.add(own);
    return own;
  };
}

/** The name of a module that can stand as a file everywhere. */
export function moduleName(snake: string): string {
  return deviceNames.test(snake) ? `${snake}_` : snake;
}

/** Whether it is a word of the language. */
export function isKeyword(name: string): boolean {
  return keywords.has(name);
}

/** Whether the name can be written as an attribute as it is. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !keywords.has(name);
}

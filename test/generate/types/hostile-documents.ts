// Keys, texts and values that are lawful in a configuration and mean something else in a programming language.

/** Each would end a literal or a comment, or be taken for an order, where it stood as it is. */
const hostileTexts: readonly string[] = [
  '',
  ' ',
  `it's "quoted" \`so\` \${x}`,
  '\\',
  '\\\\',
  '\\u0041 \\x41 \\n \\',
  '\\u002a/ \\u000a',
  '*/ export const broken = 1; /*',
  '/* // # <!-- --> </script>',
  '"""',
  "'''",
  'ends with "',
  'line\nfeed\r\nand\ttab',
  'separators \u2028 \u2029 \u0085',
  'turned \u202e around \u2066 x',
  'nothing \u0001 here \u001b[31m \u007f',
  'whole 😀 ß 漢 \u0301',
  '@deprecated so it seems',
  `first\n@ts-${'ignore'}`,
  '{@link Object} {@code } <b>& &#42;/ &lt;',
  '%s {0} #{x} {x!r}',
  'type: ignore[assignment]',
  `long ${'words '.repeat(60)}`,
  'x'.repeat(300),
];

/** Words of the three languages, names that every object has, and names that look like others. */
const hostileKeys: readonly string[] = [
  'class',
  'import',
  'None',
  'True',
  'bool',
  'str',
  'float',
  'int',
  'lambda',
  'def',
  'del',
  'type',
  'match',
  'constructor',
  'prototype',
  'toString',
  'then',
  'hasOwnProperty',
  'valueOf',
  'default',
  'delete',
  'enum',
  'FlagKey',
  'Object',
  'String',
  'Permissions',
  'flags',
  'void',
  'wait',
  'getClass',
  'mro',
  'self',
  '2fa',
  '2024.plan',
  '0',
  'a-b',
  'a.b',
  'a_b',
  'aB',
  'ab',
  'AB',
  'A',
  'a',
  'HTMLPage',
  'x'.repeat(128),
];

const named = { name: '*/ """ \\', description: hostileTexts.join(' | ') };

const payload = {
  class: { type: 'string', description: '*/ """ \\' },
  __proto__x: 'string',
  __x: 'integer',
  _: 'number',
  'a-b': 'boolean',
  a_b: 'date',
  getClass: { type: 'string', values: ["it's", '"', '\\', 'a\nb', '*/'] },
  toJson: { type: 'number', values: [1, 2.5, -3] },
  fields: { type: 'array', items: { type: 'object', properties: { class: 'string', 'a-b': { type: 'array' } } } },
  matrix: { type: 'array', items: { type: 'array', items: { type: 'object', properties: { x: 'integer' } } } },
  this: { type: 'object', properties: { this: { type: 'object', properties: { this: 'object' } } } },
};

const objects = {
  first: JSON.parse('{ "constructor": 1, "class": null, "a b": [1, "x", null], "": {}, "it\'s": true }'),
  second: { class: { deep: [{ a: 1 }, { a: 'text', b: [] }] }, 'a b': [], '"': 0.1, '\\': 1e21, '\n': -5 },
  third: [],
  fourth: null,
};

/** Keys of events, each of which makes six types. */
function isMisleading(key: string): boolean {
  return /^(class|FlagKey|Object|2fa|a.b|aB|x+)$/u.test(key);
}

export const hostileDocuments: readonly object[] = [
  ...hostileKeys.map((key) => ({ kind: 'Flag', key, variations: { on: true, off: false }, fallthrough: 'on' })),
  {
    kind: 'Flag',
    key: 'texts',
    ...named,
    state: 'archived',
    variations: Object.fromEntries(hostileTexts.map((text, index) => [`v${index}`, text])),
  },
  {
    kind: 'Flag',
    key: 'pages',
    variations: { a: 'x'.repeat(70_000), b: 'é"\\'.repeat(30_000), c: 'words '.repeat(20_000) },
  },
  { kind: 'Flag', key: 'long-object', variations: { a: { page: 'é'.repeat(70_000) } } },
  { kind: 'Flag', key: 'numbers', variations: { a: 0, b: -1.5, c: 1e21, d: 5e-324, e: 9_007_199_254_740_991 } },
  { kind: 'Flag', key: 'objects', variations: objects },
  { kind: 'Flag', key: 'nothing', variations: { a: null } },
  { kind: 'Flag', key: 'lists', variations: { a: [1], b: ['x', ['y']] } },
  ...hostileKeys.map((key) => ({ kind: 'Plan', key, ...named, name: key, rank: hostileKeys.indexOf(key) })),
  ...hostileKeys.map((key) => ({
    kind: 'ResourceType',
    key,
    ...named,
    actions: ['wildcard', 'read', 'read-own', 'read_own', 'class', 'delete'],
    scopes: { own: 'resource.class == user.key', class: 'true' },
    attributes: { class: 'string', wait: 'number', toString: 'list' },
  })),
  ...hostileKeys.filter(isMisleading).map((key) => ({
    kind: 'EventSchema',
    key,
    ...named,
    properties: payload,
    required: ['class', 'a-b'],
  })),
  { kind: 'EventSchema', key: 'empty', properties: {} },
  {
    kind: 'EventSchema',
    key: 'names.of-types',
    properties: { str: 'string', float: 'number', Sequence: 'array', Literal: { type: 'string', values: ['a'] } },
    required: ['str'],
  },
  {
    kind: 'EventSchema',
    key: 'names.of-java',
    properties: { yield: 'string', var: 'number', record: 'array', sealed: 'boolean', String: 'string', Map: 'object' },
  },
  {
    kind: 'Entitlement',
    key: 'class',
    type: 'custom',
    levels: hostileTexts.filter(({ length }) => length > 0 && length <= 200),
  },
  { kind: 'Entitlement', key: 'range', type: 'range' },
];

/** Those whose names and texts fit on a line of code, so that a formatter knows what to do with them. */
export const usualDocuments: readonly object[] = hostileDocuments.filter(
  (document) => !/"key":"[^"]{60}/u.test(JSON.stringify(document)) && JSON.stringify(document).length < 10_000,
);

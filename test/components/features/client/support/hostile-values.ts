const cycle: Record<string, unknown> = {};
cycle['user'] = cycle;

/** What programs hand over by mistake, and what somebody may hand over on purpose. */
export const hostileValues: readonly unknown[] = [
  undefined,
  null,
  7,
  Number.NaN,
  'text',
  1n,
  Symbol('x'),
  () => 1,
  [],
  [[]],
  new Date(Number.NaN),
  cycle,
  JSON.parse('{"__proto__":{"user":{"role":"admin"}}}'),
  { user: null },
  { user: 'ada' },
  { user: { key: {} } },
  { toString: () => ({}) },
  Object.create(null),
  new Proxy(
    {},
    {
      get: () => {
        throw new Error('no');
      },
      getOwnPropertyDescriptor: () => {
        throw new Error('no');
      },
      has: () => {
        throw new Error('no');
      },
      ownKeys: () => {
        throw new Error('no');
      },
    },
  ),
  {
    get user(): unknown {
      throw new Error('no');
    },
  },
];

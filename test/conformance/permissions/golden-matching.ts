import { referenceMatches } from './reference-match.ts';

export interface MatchingQuestion {
  readonly granted: string;
  readonly asked: string;
  readonly matches: boolean;
}

export interface ListQuestion {
  readonly granted: readonly string[];
  readonly asked: readonly string[];
  readonly any: boolean;
  readonly all: boolean;
}

const permissions = [
  '*',
  ...['invoice', 'Invoice', 'a.b', 'aXb', '7', 'invoice-2.v1_x', 'constructor'].map((resource) => `${resource}:read`),
  ...['*', 'update', 'read-all', 'read_2', 'read:own', 'read:team', 'read:*', 'update:own'].map(
    (rest) => `invoice:${rest}`,
  ),
  ...['*:own', '*:team', '*:*', 'read:own-2'].map((rest) => `invoice:${rest}`),
];

/** Almost permissions: what a pattern that is written in haste would let through. */
const others = [
  '',
  ' ',
  '**',
  '*:',
  '*:read',
  '*:*',
  '*:*:*',
  'invoice',
  'invoice:',
  ':read',
  'invoice:read:',
  'invoice:read:own:more',
  'invoice::own',
  'invoice:Read',
  'invoice:read:Own',
  'invoice:1read',
  'invoice:-read',
  'invoice:read:_own',
  '-invoice:read',
  '.invoice:read',
  'in voice:read',
  'invoice:re ad',
  'invoice:read\n',
  'invoice:read\r',
  'invoice:read:own\n',
  'invoice:read\u0085',
  'invoice:read\u2028',
  '\ninvoice:read',
  'x\ninvoice:read',
  'invoice:read ',
  'invoice:r*',
  'invoice:**',
  'invoice:read:**',
  'inv*:read',
  'invoicé:read',
  'invoice:réad',
  'ınvoice:read',
  'invoice:read٣',
  '٣:read',
  'invoice：read',
  'INVOICE:READ',
];

/** Every text with every other. */
export function matchingQuestions(): readonly MatchingQuestion[] {
  const texts = [...permissions, ...others];
  return texts.flatMap((granted) =>
    texts.map((asked) => ({ granted, asked, matches: referenceMatches(granted, asked) })),
  );
}

const lists: readonly (readonly string[])[] = [
  [],
  ['*'],
  ['invoice:read'],
  ['invoice:*'],
  ['invoice:read', 'invoice:update'],
  ['invoice:read:own', 'invoice:read'],
  ['invoice:read:own'],
  ['a.b:read', 'invoice:*'],
  ['no permission'],
  ['no permission', 'invoice:read'],
  ['invoice:read', 'invoice:read'],
];

export function listQuestions(): readonly ListQuestion[] {
  return lists.flatMap((granted) =>
    lists.map((asked) => {
      const held = asked.map((one) => granted.some((other) => referenceMatches(other, one)));
      return { granted, asked, any: held.includes(true), all: !held.includes(false) };
    }),
  );
}

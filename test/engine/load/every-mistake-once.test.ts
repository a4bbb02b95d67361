import { describe, expect, it } from 'vitest';
import { brief, type FileContents, loadFiles } from '../../support/project-folder.ts';

const pro = 'kind: Plan\nkey: pro\nname: Pro\n';

// A file (or several) and all that may be said of it, in order.
const cases: readonly (readonly [title: string, files: string | FileContents, ...expected: string[]])[] = [
  [
    'a wrong field hides nothing in the field beside it',
    'kind: Flag\nkey: f\nname: 5\nvariations: { on: true }\nexpires: 2027-02-30\n',
    'a.yaml:3:7 value/type',
    'a.yaml:5:10 features/impossible-date',
  ],
  [
    'nor a wrong entry of a mapping in the next',
    { 'p.yaml': pro, 'a.yaml': 'kind: Entitlement\nkey: e\ntype: switch\nplans: { pro: yes, free: -1 }\n' },
    'a.yaml:4:15 features/value-not-of-type',
    'a.yaml:4:20 reference/unknown',
    'a.yaml:4:26 value/range',
  ],
  [
    'nor a missing field anything',
    'kind: AlertRule\nkey: a\nwhen: { metadata.x: { matches: "(" } }\n',
    'a.yaml:1:1 field/missing',
    'a.yaml:3:32 condition/bad-pattern',
  ],
  [
    'nor a wrong test the others',
    'kind: Segment\nkey: s\nrules: [{ if: { user.x: { semver: abc, matches: "(", cidr: 10.0.0.0/99, before: 2027-02-30 } } }]\n',
    'a.yaml:3:35 value/pattern',
    'a.yaml:3:49 condition/bad-pattern',
    'a.yaml:3:60 condition/bad-network',
    'a.yaml:3:81 condition/impossible-date',
  ],
  [
    'nor a bad name a secret',
    'kind: WebhookEndpoint\nkey: w\nurl: https://a.com\nheaders: { "bad name": x, Authorization: L }\n',
    'a.yaml:4:12 field/bad-name',
    'a.yaml:4:42 events/header-in-clear',
  ],
  [
    'a misspelt `key` is one mistake, references to it included',
    'kind: Role\nkye: viewer\n---\nkind: Role\nkey: a\ninherits: [viewer]\n',
    'a.yaml:2:1 field/unknown',
  ],
  [
    'a misspelt field that declares names',
    'kind: Flag\nkey: f\nvariation: { on: true, off: false }\nfallthrough: on\nrules: [{ serve: off }]\n',
    'a.yaml:3:1 field/unknown',
  ],
  ['a missing field that declares names', 'kind: Flag\nkey: f\nfallthrough: on\n', 'a.yaml:1:1 field/missing'],
  ['a misspelt channel', 'kind: Template\nkey: t\nemial: { subject: a, body: b }\n', 'a.yaml:3:1 field/unknown'],
  [
    'a misspelt filter',
    'kind: AlertRule\nkey: a\nwhn: { action: x }\nthen: [{ workflow: gone }]\n',
    'a.yaml:3:1 field/unknown',
    'a.yaml:4:20 reference/unknown',
  ],
  [
    'a misspelt kind of pricing',
    `kind: Meter\nkey: m\n---\n${pro}usage: { m: { pricng: graduated, tiers: [{ upTo: unlimited, prices: { USD: 1 } }] } }\n`,
    'a.yaml:7:15 field/unknown',
  ],
  [
    'a wrong type of entitlement',
    `${pro}---\nkind: Entitlement\nkey: e\ntype: swich\nlevels: [a]\nplans: { pro: true }\n`,
    'a.yaml:7:7 value/not-allowed',
  ],
  [
    'a test whose operator is misspelt',
    'kind: Segment\nkey: s\nrules: [{ if: { user.x: { equls: a, ignoreCase: true } } }]\n',
    'a.yaml:3:27 field/unknown',
  ],
  ['a zero in a text', `${pro}description: "a\\0b"\n`, 'a.yaml:4:14 yaml/character'],
  ['half of a character', `${pro}description: "\\ud83d"\n`, 'a.yaml:4:14 yaml/character'],
  ['a key that holds a zero', `${pro}labels: { "\\0": a }\n`, 'a.yaml:4:11 yaml/character'],
  ['an amount nobody can store', `${pro}prices: { USD: { monthly: 1e400 } }\n`, 'a.yaml:4:27 value/range'],
  [
    'an amount with an exponent in quotes',
    `${pro}prices: { USD: { monthly: "1e2" } }\n`,
    'a.yaml:4:27 money/not-an-amount',
  ],
  [
    'decimals that lose digits, but for money',
    `${pro}prices: { USD: { monthly: 12345678901234567.50 } }\n---\nkind: Flag\nkey: f\nvariations: { a: 12345678901234567.5, b: 1.00000000000000000001, c: 1.10, d: 1e3 }\n`,
    'a.yaml:8:18 yaml/number',
    'a.yaml:8:42 yaml/number',
  ],
  [
    'files in capitals',
    { 'A.YAML': `${pro}rank: x\n`, 'b.Yml': 'kind: Nope\n' },
    'A.YAML:4:7 value/type',
    'b.Yml:1:7 document/unknown-kind',
  ],
  [
    'files that were joined, with their byte order marks',
    `\ufeff${pro}---\n\ufeffkind: Plan\nkey: b\nname: B\n\ufeff---\nkind: Role\nkey: r\n`,
  ],
];

describe('CP-01 every mistake is said, and said once', () => {
  it.each(cases)('%s', async (_, files, ...expected) => {
    const { diagnostics } = await loadFiles(typeof files === 'string' ? { 'a.yaml': files } : files);
    expect(diagnostics.map(brief)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { readMarks, rangeText } from '../../support/marked-text.ts';
import { loadFiles } from '../../support/project-folder.ts';

// What must be pointed at stands between « and »; the codes follow in the order of the places.
const cases: readonly (readonly [title: string, marked: string, ...codes: string[]])[] = [
  ['an unknown field → its key', 'kind: Plan\nkey: p\nname: P\n«nmea»: x\n', 'field/unknown'],
  [
    'an unknown field far down → its key',
    'kind: Plan\nkey: p\nname: P\nprices:\n  USD: { «monthy»: 1 }\n',
    'field/unknown',
  ],
  ['a misspelt required field → its key, once', 'kind: Flag\nkey: f\n«variation»: { on: true }\n', 'field/unknown'],
  ['a missing field of the document → its first token', '# comment\n«kind»: Flag\nkey: f\n', 'field/missing'],
  [
    'a missing field below → the key of its parent',
    'kind: Flag\nkey: f\nvariations: { on: 1 }\n«experiment»: {}\n',
    'field/missing',
  ],
  ['a missing field of a list entry → the entry', 'kind: Segment\nkey: s\nrules:\n  - «name»: x\n', 'field/missing'],
  ['no kind → the first token', '---\n«key»: f\n', 'document/no-kind'],
  ['an unknown kind → the value', 'kind: «Plam»\nkey: f\n', 'document/unknown-kind'],
  ['a kind that is no text → the value', 'kind: «[Plan]»\nkey: f\n', 'document/unknown-kind'],
  ['no key → the first token', '«kind»: Role\n', 'field/missing'],
  ['a wrong type → the value', 'kind: Plan\nkey: p\nname: P\nrank: «high»\n', 'value/type'],
  ['a wrong type in quotes → the value with its quotes', "kind: Plan\nkey: p\nname: P\nrank: «'1'»\n", 'value/type'],
  [
    'a wrong type over lines → the whole flow mapping',
    'kind: Plan\nkey: p\nname: P\nrank: «{\n  a: 1, # }\n  }»\n',
    'value/type',
  ],
  [
    'a block text of the wrong type → its indicator',
    'kind: Plan\nkey: p\nname: P\nrank: «>-» # folded\n  some\n  text\n',
    'value/type',
  ],
  ['nothing where a value belongs → the key', 'kind: Plan\nkey: p\n«name»:\n', 'value/type'],
  ['a value not on the list → the value', 'kind: Plan\nkey: p\nname: P\nstate: «actve»\n', 'value/not-allowed'],
  ['a key of the wrong form → the value', 'kind: Role\nkey: «Bad Key»\n', 'value/pattern'],
  [
    'a number out of range → the value',
    'kind: Flag\nkey: f\nvariations: { on: 1 }\nfallthrough: { rollout: { on: «120» } }\n',
    'value/range',
  ],
  [
    'a bad name in a mapping → the name',
    'kind: Plan\nkey: p\nname: P\nprices: { «USDD»: { monthly: 1 } }\n',
    'field/bad-name',
  ],
  ['an unknown reference → the value', 'kind: Plan\nkey: p\nname: P\nafterCancel: «fre»\n', 'reference/unknown'],
  [
    'an unknown reference that is a key → the key',
    'kind: Entitlement\nkey: e\ntype: switch\nplans: { «pro»: true }\n',
    'reference/unknown',
  ],
  [
    'an unknown reference in a list → the entry',
    'kind: Role\nkey: r\ninherits: [r2, «r3»]\n---\nkind: Role\nkey: r2\n',
    'reference/unknown',
  ],
  [
    'an unknown name of the same document → the value',
    'kind: Flag\nkey: f\nvariations: { on: 1, off: 0 }\nfallthrough: «onn»\n',
    'reference/unknown-local',
  ],
  [
    'an unknown name of the same document as key → the key',
    'kind: Flag\nkey: f\nvariations: { on: 1 }\ntargets: { «off»: { user: [a] } }\n',
    'reference/unknown-local',
  ],
  [
    'an entry twice in a set → the second',
    'kind: Plan\nkey: p\nname: P\n---\nkind: Flag\nkey: f\nvariations: { on: 1 }\ntags: [a, b, «a»]\n',
    'list/duplicate',
  ],
  [
    'a list key twice → the second',
    'kind: Segment\nkey: s\nrules:\n  - { name: a, if: { user.x: 1 } }\n  - { name: «a», if: { user.x: 2 } }\n',
    'list/duplicate-key',
  ],
  [
    'a resource twice in a file → the second key',
    'kind: Role\nkey: r\n---\nkind: Role\nkey: «r»\n',
    'document/duplicate',
  ],
  [
    'money too fine → the value',
    'kind: Plan\nkey: p\nname: P\nprices: { JPY: { monthly: «49.5» } }\n',
    'money/too-fine',
  ],
  [
    'money that is no number → the value',
    'kind: Plan\nkey: p\nname: P\nprices: { USD: { monthly: «cheap» } }\n',
    'money/not-an-amount',
  ],
  ['an unknown variable → the value', 'kind: Role\nkey: r\ndescription: «On ${vars.HOTS}»\n', 'variable/unknown'],
  [
    'an unknown environment → its name',
    'kind: Role\nkey: r\nenvironments: { «prodution»: {} }\n',
    'environment/unknown',
  ],
  [
    'an overlay that is no mapping → the value',
    'kind: Role\nkey: r\nenvironments: { production: «yes» }\n',
    'environment/not-a-mapping',
  ],
  [
    'an overlay with a key → the key',
    'kind: Role\nkey: r\nenvironments: { production: { «key»: x } }\n',
    'environment/fixed-field',
  ],
  [
    'a mistake in an overlay → in the overlay',
    'kind: Plan\nkey: p\nname: P\nrank: 1\nenvironments: { production: { rank: «x» } }\n',
    'value/type',
  ],
  [
    'a field an overlay removes → the line that removes it',
    'kind: Flag\nkey: f\nvariations: { on: 1 }\nenvironments: { production: { «variations»: null } }\n',
    'field/missing',
  ],
  [
    'a mistake in the base, seen in all environments → once',
    'kind: Plan\nkey: p\nname: P\nrank: «x»\nenvironments: { production: { name: Q } }\n',
    'value/type',
  ],
  [
    'unmanaged that names nothing → the entry',
    'kind: Flag\nkey: f\nvariations: { on: 1 }\nunmanaged: [fallthrough, «falltrough»]\n',
    'unmanaged/unknown-path',
  ],
  ['movedFrom the own key → the value', 'kind: Role\nkey: r\nmovedFrom: «r»\n', 'moved/same-key'],
  [
    'movedFrom a key in use → the value',
    'kind: Role\nkey: r\nmovedFrom: «q»\n---\nkind: Role\nkey: q\n',
    'moved/still-defined',
  ],
  [
    'several mistakes → all, in order',
    'kind: Plan\nkey: p\nname: «1»\nrank: «x»\n«stat»: y\n',
    'value/type',
    'value/type',
    'field/unknown',
  ],
  ['a value that came by an alias → the alias', 'kind: Plan\nkey: &k p\nname: P\nrank: «*k»\n', 'value/type'],
  [
    'a value inside what came by an alias → where it is written',
    'kind: Plan\nkey: p\nname: P\nprices: { USD: &p { monthly: «x» }, EUR: *p }\n',
    'money/not-an-amount',
  ],
  [
    'a value that was merged → where it is written',
    'kind: Plan\nkey: p\nname: P\nprices:\n  USD: &p { monthly: 1, annual: 10 }\n  JPY: { <<: *p, annual: «1.5» }\n',
    'money/too-fine',
  ],
  [
    'a good value whose alias stands in the wrong place → the alias',
    'kind: Plan\nkey: p\nname: P\nprices: &p\n  USD: { monthly: 1 }\nusage:\n  calls: { prices: «*p» }\n---\nkind: Meter\nkey: calls\nname: C\naggregation: sum\n',
    'money/not-an-amount',
  ],
  [
    'a good value merged into the wrong place → the alias',
    'kind: Plan\nkey: p\nname: P\nprices:\n  USD: &p { monthly: 1.5 }\n  JPY: { <<: «*p» }\n  KRW: { <<: [«*p»] }\n',
    'money/too-fine',
    'money/too-fine',
  ],
  [
    'aliases of aliases → the one that is wrong',
    'kind: Plan\nkey: p\nname: P\nprices:\n  USD: &u { monthly: &m 1.5 }\n  EUR: &e { monthly: *m }\n  JPY: «*e»\n  KRW: &k { monthly: «*m» }\n  CLP: *k\n',
    'money/too-fine',
    'money/too-fine',
  ],
  [
    'after characters of two UTF-16 units',
    'kind: Plan\nkey: p\nname: "👩‍🚀"\nlabels: { a: "🚀", b: «1» }\n',
    'value/type',
  ],
  ['with Windows line breaks', 'kind: Plan\r\nkey: p\r\nname: P\r\nrank: «x»\r\n', 'value/type'],
];

describe('CP-01 every mistake points at the right token, and is said once', () => {
  it.each(cases)('%s', async (_, marked, ...codes) => {
    const { text, marks } = readMarks(marked);
    const { diagnostics, configuration } = await loadFiles({ 'a.yaml': text });
    expect(diagnostics.map(({ code, at }) => `${at === undefined ? '-' : rangeText(at)} ${code}`)).toEqual(
      codes.map((code, index) => `${marks[index] ?? '?'} ${code}`),
    );
    expect(configuration).toBeNull();
  });

  it('tells of an alias in the wrong place what it stands for', async () => {
    const plan = 'kind: Plan\nkey: p\nname: P\nprices: &p\n  USD: { monthly: 1 }\nusage:\n  calls: { prices: *p }\n';
    const meter = 'kind: Meter\nkey: calls\nname: C\naggregation: sum\n';
    const { diagnostics } = await loadFiles({ 'a.yaml': `${plan}---\n${meter}` });
    expect(diagnostics.map(({ related }) => related)).toEqual([
      [
        {
          message: '`*p` stands for what begins here',
          at: { file: 'a.yaml', start: { line: 4, column: 9 }, end: { line: 4, column: 11 } },
        },
        {
          message: '`*p` brings it from here',
          at: { file: 'a.yaml', start: { line: 5, column: 8 }, end: { line: 5, column: 22 } },
        },
      ],
    ]);
  });
});

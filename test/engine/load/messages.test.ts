import { describe, expect, it } from 'vitest';
import { loadFiles } from '../../support/project-folder.ts';

const plan = 'kind: Plan\nkey: pro\nname: Pro\n';

// The whole text a person reads: message, then hint.
const cases: readonly (readonly [text: string, said: string])[] = [
  [`${plan}prices: { USD: { monthy: 49 } }\n`, '`monthy` is not a field of `prices.USD`. Did you mean `monthly`?'],
  [
    `${plan}prices: { USD: { weekly: 49 } }\n`,
    '`weekly` is not a field of `prices.USD`. It may have `monthly` or `annual`.',
  ],
  [`${plan}Rank: 1\n`, '`Rank` is not a field of Plan. Did you mean `rank`?'],
  [`${plan}rank: 1\nRank: 1\n`, '`Rank` is not a field of Plan.'],
  [`${plan}kind2: x\n`, '`kind2` is not a field of Plan.'],
  [`${plan}rank: '1'\n`, '`rank` must be a whole number, this is a string. Remove the quotes.'],
  [`${plan}rank: 1.5\n`, '`rank` must be a whole number, this is the number 1.5.'],
  [`${plan}rank: -1\n`, '`rank` must be zero or more, this is `-1`.'],
  [
    `${plan}default: yes\n`,
    '`default` must be true or false, this is a string. Write `true`: `yes` is text in YAML 1.2.',
  ],
  [
    `${plan}default: off\n`,
    '`default` must be true or false, this is a string. Write `false`: `off` is text in YAML 1.2.',
  ],
  [
    `${plan}state: Active\n`,
    '`state` must be `active`, `legacy` or `archived`, this is `Active`. Did you mean `active`?',
  ],
  [`${plan}state: on-hold\n`, '`state` must be `active`, `legacy` or `archived`, this is `on-hold`.'],
  [`${plan}highlights: fast\n`, '`highlights` must be a list, this is a string. Put it in a list: [fast].'],
  [`${plan}highlights: 'a, b'\n`, "`highlights` must be a list, this is a string. Put it in a list: ['a, b']."],
  [
    "kind: Role\nkey: r\npermissions: '*'\n",
    "`permissions` must be a list, this is a string. Put it in a list: ['*'].",
  ],
  [`${plan}highlights: ${'long '.repeat(20)}\n`, '`highlights` must be a list, this is a string. Put it in a list.'],
  [`${plan}highlights: [1]\n`, "`highlights[0]` must be a string, this is the number 1. Put quotes around it: '1'."],
  [`${plan}highlights: ['']\n`, '`highlights[0]` must have at least 1 character.'],
  [`${plan}prices: {}\n`, '`prices` must have at least 1 field.'],
  [
    `${plan}trial: { length: 2 weeks }\n`,
    '`length` cannot be `2 weeks`: it must be a duration such as 10m, 24h or 365d.',
  ],
  [`${plan}afterCancel: Pro\n`, 'There is no Plan `Pro`. Did you mean `pro`?'],
  ['kind: Flag\nkey: f\n', 'Flag `f` has no `variations`.'],
  ['kind: flag\nkey: f\n', 'There is no kind `flag`. Did you mean `Flag`?'],
  ['Kind: Flag\nkey: f\n', 'This document has no `kind`. The field `Kind` should be `kind`.'],
  [
    'kind: Entitlement\nkey: e\ntype: switch\nplans: { e: true }\n',
    'There is no Plan `e`. `e` is an Entitlement, not a Plan.',
  ],
  [
    'kind: Flag\nkey: f\nvariations: { on: 1 }\nfallthrough: 5\n',
    "`fallthrough` must be a string or a mapping, this is the number 5. Put quotes around it: '5'.",
  ],
  [
    'kind: Role\nkey: r\npermissions: [*]\n',
    "This is not valid YAML: `*` begins an alias here, and no name follows. Put quotes around it: '*'.",
  ],
  [
    'kind: Role\nkey: r\npermissions: [*:read]\n',
    "There is no anchor `&:read` before this alias. If it is text, put quotes around it: '*:read'.",
  ],
  [
    'kind: Role\nkey: r\npermissions: [${vars.x}:read]\n',
    "This is not valid YAML: a `${…}` inside of `[ ]` or `{ }` needs quotes. Put quotes around it: '${vars.x}:read'.",
  ],
  [
    `${plan}prices: { USD: { monthly: \${vars.PRICE} } }\n`,
    "This is not valid YAML: a `${…}` inside of `[ ]` or `{ }` needs quotes. Put quotes around it: '${vars.PRICE}'.",
  ],
  ['kind: Role\nkey:x\nname: a\n', 'This is not valid YAML: a space is missing after the `:`. Write `key: x`.'],
  [
    'kind: Role\nkey: r\n name: x\n',
    'This is not valid YAML: this line is indented by 1, the one before it by 0. Fields of one mapping start in the same column.',
  ],
  [
    'kind: Role\nkey: r\nname: a\u0001b\n',
    'This is not valid YAML: the control character U+0001 cannot stand in it. Remove it, or write it as an escape in double quotes.',
  ],
  [
    'kind: Role\nkey: new\nmovedFrom: old\n---\nkind: Role\nkey: b\ninherits: [old]\n',
    'There is no Role `old`. It is renamed to `new`.',
  ],
  ['kind: Flag\nkey: f\nvariations: { a: 1 }\nunmanaged: [kind]\n', '`kind` always belongs to the files.'],
  ['kind: Role\nkey: r\ninherits: [r]\n', 'Role/r refers to itself.'],
  [
    'kind: Flag\nkey: f\nvariations: { on: 1, off: 0 }\nfallthrough: { rollout: { on: 10, off: 90 } }\nenvironments: { production: { fallthrough: { rollout: { on: 20 } } } }\n',
    'The percentages add up to 110, not 100, in environment `production`. That is 10 too many.',
  ],
  [
    `${plan}trial: { length: "\${vars.SEATS}" }\n`,
    '`length` must be a string, this is the number 5. The value comes from `${vars.SEATS}`. Add a unit: `5d`, `5h` or `5m`.',
  ],
  [
    'kind: Role\nkey: r\ninherits: ["${vars.HOST}"]\n',
    'There is no Role `dev.acme.com`, in environment `development`. The value comes from `${vars.HOST}`.',
  ],
  [
    'kind: Plan\nkey: 1.10\nname: P\n',
    "`key` must be a string, this is the number 1.10. Put quotes around it: '1.10'.",
  ],
  [
    `${plan}description: 0x1F\n`,
    "`description` must be a string, this is the number 0x1F. Put quotes around it: '0x1F'.",
  ],
  [
    `${plan}prices: { USD: { monthly: 12,50 } }\n`,
    "A key must be text, this is the number 50. A comma separates fields here: write `12.50` for a fraction, or '50' for a name.",
  ],
  [
    `${plan}highlights: [a, null]\n`,
    '`highlights[1]` must be a string, this is empty. Write a value here, or remove the entry.',
  ],
  [`${plan}labels: { 017: a }\n`, "A key must be text, this is the number 017. Put quotes around it: '017'."],
  [
    `${plan}prices: { USD: { monthly: 1,000 } }\n`,
    'A key must be text, this is the number 000. A comma separates fields here: write `1000` for a large number.',
  ],
  [`${plan}trial: { length: 5 }\n`, '`length` must be a string, this is the number 5. Add a unit: `5d`, `5h` or `5m`.'],
  [`${plan}state: true\n`, '`state` must be `active`, `legacy` or `archived`, this is true.'],
  [
    'kind: Flag\nkey: f\nvariations: { on: 1, off: 0 }\nfallthrough: false\n',
    '`fallthrough` must be a string or a mapping, this is false. Did you mean `off`?',
  ],
  [
    'kind: Flag\nkey: f\nvariations: { on: 1 }\nstate: true\n',
    '`state` must be `on`, `off` or `archived`, this is true. Did you mean `on`?',
  ],
  [
    `${plan}afterCancel:\n`,
    '`afterCancel` must be a string, this is empty. Write a value after the colon, or remove the field.',
  ],
  [
    'kind: Role\nkey: r\nenvironments: { prod: {} }\n',
    'There is no environment `prod` in dream.yaml. Did you mean `production`?',
  ],
  [
    'kind: Flag\nkey: f\nvariations: { on: 1, off: 0 }\nfallthrough: on\nenvironments: { production: { fallthrogh: off } }\n',
    '`fallthrogh` is not a field of Flag. Did you mean `fallthrough`?',
  ],
  [
    `${plan}prices: { USD: { monthly: 5 } }\nenvironments: { production: { prices: { USD: { montly: 4 } } } }\n`,
    '`montly` is not a field of `prices.USD`. Did you mean `monthly`?',
  ],
  [
    `${plan}prices: { USD: { monthly: 5 } }\nenvironments: { production: { prices: { USD: { weekly: 4 } } } }\n`,
    '`weekly` is not a field of `prices.USD`. It may have `monthly` or `annual`.',
  ],
  [
    `${plan}prices: { USD: { monthly: 5 } }\nenvironments: { production: { prices: { USD: { monthly: 4, montly: 4 } } } }\n`,
    '`montly` is not a field of `prices.USD`. It may have `annual`.',
  ],
  // Of one environment alone nothing has another key.
  [`${plan}environments: { production: { kei: x } }\n`, '`kei` is not a field of Plan.'],
];

describe('CP-01 messages are written for people, one for each mistake', () => {
  it.each(cases)('%j', async (text, said) => {
    const { diagnostics } = await loadFiles({ 'a.yaml': text });
    expect(diagnostics.map(({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`))).toEqual([
      said,
    ]);
  });

  it('nothing is said about references to what cannot be read', async () => {
    const user = 'kind: Role\nkey: a\ninherits: [b, c]\n';
    const { diagnostics } = await loadFiles({
      'a.yaml': user,
      'b.yaml': 'kind: "Role\nkey: b\n',
      'c.yaml': 'kind: Rolle\nkey: c\n',
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml/unclosed', 'document/unknown-kind']);
  });

  it('diagnostics come by file and position, and say how many files were read', async () => {
    const wrong = (key: string) => `kind: Role\nkey: ${key}\n---\nkind: Nope\n`;
    const { diagnostics, fileCount } = await loadFiles({
      'b.yaml': wrong('b b'),
      'a/z.yaml': wrong('a a'),
      'c.yml': 'kind: Role\nkey: r\ninherits: [q]\n',
    });
    expect(diagnostics.map(({ at }) => `${at?.file}:${at?.start.line}`)).toEqual([
      'a/z.yaml:2',
      'a/z.yaml:4',
      'b.yaml:2',
      'b.yaml:4',
      'c.yml:3',
    ]);
    expect(fileCount).toBe(4);
  });
});

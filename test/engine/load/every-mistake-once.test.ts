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
    'nor a missing key what is referred to',
    'kind: Role\ninherits: [zzz]\n',
    'a.yaml:1:1 field/missing',
    'a.yaml:2:12 reference/unknown',
  ],
  [
    'nor a key that is a number',
    'kind: Role\nkey: 5\ninherits: [zzz, b, "5"]\n---\nkind: Role\nkey: b\ninherits: ["5"]\n',
    'a.yaml:2:6 value/type',
    'a.yaml:3:12 reference/unknown',
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
  ['a secret as key', 'kind: Role\nkey: ${secrets.K}\n', 'a.yaml:2:6 secret/not-here'],
  [
    'secrets where a value must be known',
    `${pro}rank: \${secrets.A}\ntrial: "\${secrets.B}"\nprices: { USD: { monthly: "\${secrets.C}" } }\nstate: "\${secrets.D}"\nafterCancel: \${secrets.E}\nmovedFrom: \${secrets.F}\ndescription: \${secrets.G}\n`,
    'a.yaml:4:7 secret/not-here',
    'a.yaml:5:8 secret/not-here',
    'a.yaml:6:27 secret/not-here',
    'a.yaml:7:8 secret/not-here',
    'a.yaml:8:14 secret/not-here',
    'a.yaml:9:12 secret/not-here',
  ],
  [
    'a secret as date',
    'kind: Flag\nkey: f\nvariations: { a: 1 }\nexpires: ${secrets.D}\n',
    'a.yaml:4:10 secret/not-here',
  ],
  [
    'what looks like a variable and is none',
    'kind: Role\nkey: r\nname: ${ vars.SEATS }\nlabels: { a: "${vars}", b: "${vars.SEATS", c: "${}", d: "${env.X}", e: "${secrets.bad name}", f: "${secrets}", g: "${vars.}" }\n',
    'a.yaml:3:7 variable/malformed',
    'a.yaml:4:14 variable/malformed',
    'a.yaml:4:28 variable/malformed',
    'a.yaml:4:47 variable/malformed',
    'a.yaml:4:57 variable/malformed',
    'a.yaml:4:72 variable/malformed',
    'a.yaml:4:98 variable/malformed',
    'a.yaml:4:115 variable/malformed',
  ],
  [
    'several variables in one text',
    'kind: Role\nkey: r\nname: "${vars.A} ${vars.B} ${vars.A} ${env.X} ${vars.}"\n',
    'a.yaml:3:7 variable/unknown',
    'a.yaml:3:7 variable/unknown',
    'a.yaml:3:7 variable/malformed',
    'a.yaml:3:7 variable/malformed',
  ],
  [
    'several variables in one text, each of which some environments have',
    {
      'dream.yaml':
        'project: acme\nenvironments: { a: { vars: { A: x } }, b: { vars: { B: x } }, c: { vars: { C: x } } }\n',
      'a.yaml': 'kind: Role\nkey: r\nname: "${vars.A} ${vars.B}"\n',
    },
    'a.yaml:3:7 variable/not-everywhere',
    'a.yaml:3:7 variable/not-everywhere',
  ],
  ['what is literal', 'kind: Role\nkey: r\nname: "$${vars.X} ${other.thing} ${X} $5 {a}"\n'],
  [
    'a mistake in dream.yaml hides none elsewhere',
    {
      'dream.yaml': 'project: Acme\nenvironments: { a: {}, b: {} }\nvars: { A: x, C: [1] }\n',
      'a.yaml': 'kind: Role\nkey: r\nname: ${vars.B}\ndescription: ${vars.C}\nenvironments: { c: {} }\n',
    },
    'a.yaml:3:7 variable/unknown',
    'a.yaml:5:17 environment/unknown',
    'dream.yaml:1:10 value/pattern',
    'dream.yaml:3:18 value/type',
  ],
  [
    'a table of variables that cannot be read may hold any',
    {
      'dream.yaml': 'project: acme\nenvironments: { a: { var: { A: 1 } } }\n',
      'a.yaml': 'kind: Role\nkey: r\nname: ${vars.A}\n',
    },
    'dream.yaml:2:22 field/unknown',
  ],
  [
    'variables in variables, and guardrails without environment',
    {
      'dream.yaml':
        'project: acme\nenvironments: { a: { vars: { C: "${vars.A}" } } }\nvars: { A: x, B: "${vars.A}" }\nguardrails: { maxDeletes: 0, unknown: }\n',
    },
    'dream.yaml:2:33 variable/nested',
    'dream.yaml:3:18 variable/nested',
    'dream.yaml:4:15 project/guardrail-without-environment',
    'dream.yaml:4:30 project/unknown-environment',
  ],
  [
    'what only an overlay brings about',
    'kind: Flag\nkey: f\nvariations: { on: true, off: false }\nfallthrough: on\nenvironments:\n  production: { variations: { on: null } }\n',
    'a.yaml:6:31 reference/unknown-local',
  ],
  [
    'a rollout that an overlay spoils',
    'kind: Flag\nkey: f\nvariations: { on: true, off: false }\nfallthrough: { rollout: { on: 10, off: 90 } }\nenvironments: { production: { fallthrough: { rollout: { on: 20 } } } }\n',
    'a.yaml:5:46 features/rollout-not-whole',
  ],
  [
    'what an overlay takes from others',
    {
      'a.yaml':
        'kind: Flag\nkey: f\nvariations: { on: true, off: false }\nenvironments: { production: { variations: { on: null } } }\n',
      'b.yaml': 'kind: Flag\nkey: g\nvariations: { on: true }\nprerequisites: { f: on }\n',
    },
    'a.yaml:4:45 reference/unknown-member',
  ],
  [
    'a circle that an overlay closes',
    'kind: Role\nkey: a\ninherits: [b]\n---\nkind: Role\nkey: b\nenvironments: { production: { inherits: [a] } }\n',
    'a.yaml:7:42 reference/cycle',
  ],
  [
    'the removal of what is not there',
    'kind: Role\nkey: b\nenvironments: { production: { permisions: null, labels: { x: null }, permissions: null } }\n',
    'a.yaml:3:31 environment/removes-nothing',
    'a.yaml:3:59 environment/removes-nothing',
  ],
  [
    'texts that YAML 1.1 takes for booleans',
    'kind: Flag\nkey: f\nvariations: { on: yes, off: "no", maybe: \'on\' }\noffVariation: on\n',
    'a.yaml:3:19 yaml/old-boolean',
  ],
  [
    'something inside of what is not there',
    'kind: Flag\nkey: f\nvariations: { on: true }\nprerequisites: { g: on }\nexperiment: { metrics: [{ key: m, event: e, measure: sum, property: p }] }\n',
    'a.yaml:4:18 reference/unknown',
    'a.yaml:5:42 reference/unknown',
  ],
  [
    'an entry twice that refers to nothing',
    'kind: Role\nkey: r\ninherits: [x, x]\n',
    'a.yaml:3:12 reference/unknown',
    'a.yaml:3:15 list/duplicate',
  ],
  [
    'an amount that is right where it is written, and wrong where aliases bring it',
    'kind: Plan\nkey: p\nname: P\nprices: { USD: &p { monthly: 1.5 }, JPY: *p, KRW: *p }\n',
    'a.yaml:4:42 money/too-fine',
    'a.yaml:4:51 money/too-fine',
  ],
  [
    'braces without quotes',
    'kind: Template\nkey: t\nemail:\n  subject: a\n  body: {{ user.name }}\n',
    'a.yaml:5:10 yaml/key-not-text',
  ],
  [
    'names that are booleans',
    'kind: Flag\nkey: f\nvariations: { true: true, false: false }\n',
    'a.yaml:3:15 yaml/key-not-text',
    'a.yaml:3:27 yaml/key-not-text',
  ],
  [
    'a misspelt permission that a condition spells right',
    "kind: ResourceType\nkey: invoice\nactions: [read]\n---\nkind: Role\nkey: r\npermissions: ['invoice:raed']\nconditions: { 'invoice:read': resource.x == 1 }\n",
    'a.yaml:7:15 reference/unknown-member',
  ],
  [
    'paths that cannot be handed over',
    'kind: Flag\nkey: f\nvariations: { a: 1 }\nunmanaged: [".", "rules[", key, "rules[a]x", "rules[a].serve", environments.production.key]\n',
    'a.yaml:4:13 unmanaged/unknown-path',
    'a.yaml:4:18 unmanaged/unknown-path',
    'a.yaml:4:28 unmanaged/fixed-field',
    'a.yaml:4:33 unmanaged/unknown-path',
    'a.yaml:4:64 unmanaged/fixed-field',
  ],
  [
    'an address in clear, where an environment is live and no overlay of it says otherwise',
    {
      'a.yaml':
        'kind: WebhookEndpoint\nkey: a\nurl: http://a.example\nenvironments: { production: { url: https://a.example } }\n',
      'b.yaml':
        'kind: WebhookEndpoint\nkey: b\nurl: https://b.example\nenvironments: { production: { url: http://b.example } }\n',
      'c.yaml': 'kind: WebhookEndpoint\nkey: c\nurl: http://c.example\n',
      'd.yaml':
        'kind: WebhookEndpoint\nkey: d\nurl: http://d.example\nenvironments: { production: { enabled: false } }\n',
    },
    'b.yaml:4:36 events/url-in-clear',
    'c.yaml:3:6 events/url-in-clear',
  ],
  ['a former key that is none', 'kind: Role\nkey: a\nmovedFrom: "bad key!"\n', 'a.yaml:3:12 value/pattern'],
];

describe('CP-01 every mistake is said, and said once', () => {
  it.each(cases)('%s', async (_, files, ...expected) => {
    const { diagnostics } = await loadFiles(typeof files === 'string' ? { 'a.yaml': files } : files);
    expect(diagnostics.map(brief)).toEqual(expected);
  });

  it('names only the environments in which a mistake is one', async () => {
    const { diagnostics } = await loadFiles({
      'dream.yaml':
        'project: acme\nenvironments: { development: {}, staging: {}, production: { mode: live } }\nvars: { HOST: a.example }\n',
      'a.yaml':
        'kind: WebhookEndpoint\nkey: a\nurl: http://${vars.HOST}/hook\nenvironments: { development: { enabled: false } }\n',
    });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'A live environment calls `https://` addresses only: nothing is delivered to this one, in environment `production`.',
    ]);
  });

  it('names every environment that lacks a variable, at once', async () => {
    const { diagnostics } = await loadFiles({
      'dream.yaml':
        'project: acme\nenvironments: { a: { vars: { A: x } }, b: { vars: { B: x } }, c: { vars: { C: x } } }\n',
      'a.yaml': 'kind: Role\nkey: r\nname: "${vars.A} ${vars.B}"\n',
    });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The variable `B` has no value in environments `a`, `c`.',
      'The variable `A` has no value in environments `b`, `c`.',
    ]);
  });
});

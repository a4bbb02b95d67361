import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/engine/json.ts';
import { brief, type FileContents, loadFiles } from '../../support/project-folder.ts';

async function bodies(files: FileContents, environment: string): Promise<{ readonly [name: string]: JsonObject }> {
  const { configuration, diagnostics } = await loadFiles(files);
  expect(diagnostics.map(brief)).toEqual([]);
  if (configuration === null) throw new Error('there is a configuration when nothing is wrong');
  const { resources } = configuration.desiredState(environment);
  return Object.fromEntries(resources.map(({ kind, key, body }) => [`${kind}/${key}`, body]));
}

describe('FR-F006 environments configured independently', () => {
  it('merges the overlay of the environment, as RFC 7386 says', async () => {
    const text = `kind: Plan
key: pro
name: Pro
rank: 1
highlights: [a, b]
labels: { team: core, area: money }
environments:
  production:
    name: Pro!
    rank: null
    highlights: [c]
    labels: { area: null, tier: gold }
`;
    const files = { 'a.yaml': text };
    expect((await bodies(files, 'development'))['Plan/pro']).toEqual({
      name: 'Pro',
      rank: 1,
      highlights: ['a', 'b'],
      labels: { team: 'core', area: 'money' },
    });
    expect((await bodies(files, 'production'))['Plan/pro']).toEqual({
      name: 'Pro!',
      highlights: ['c'],
      labels: { team: 'core', tier: 'gold' },
    });
  });

  it('reads mode, protection and guardrails of each environment', async () => {
    const dreamYaml = `project: acme
environments:
  development:
  production: { mode: live, protect: true }
guardrails:
  production: { maxDeletes: 0, maxTenantsLosingEntitlement: 3, requireApproval: [delete, rename] }
`;
    const { configuration } = await loadFiles({ 'dream.yaml': dreamYaml });
    expect([...(configuration?.environments ?? [])]).toEqual([
      ['development', { mode: 'test', protect: false, guardrails: { limits: {} } }],
      [
        'production',
        {
          mode: 'live',
          protect: true,
          guardrails: {
            limits: { maxDeletes: 0, maxTenantsLosingEntitlement: 3 },
            requireApproval: ['delete', 'rename'],
          },
        },
      ],
    ]);
  });

  it('refuses an environment that dream.yaml does not declare', async () => {
    const { configuration } = await loadFiles({});
    expect(() => configuration?.desiredState('staging')).toThrow(RangeError);
  });

  it('gives resources by kind and key, without what is not part of them', async () => {
    const files = {
      'z.yaml':
        'kind: Role\nkey: b\nmovedFrom: c\nprotect: true\nunmanaged: [name]\nenvironments: {}\n---\nkind: Role\nkey: B\n',
      'a.yaml': 'kind: Topic\nkey: t\n---\nkind: Role\nkey: a\n',
    };
    const { configuration } = await loadFiles(files);
    const state = configuration?.desiredState('production');
    expect(state?.project).toBe('acme');
    expect(state?.resources).toEqual([
      { kind: 'Role', key: 'B', body: {} },
      { kind: 'Role', key: 'a', body: {} },
      { kind: 'Role', key: 'b', movedFrom: 'c', body: { protect: true, unmanaged: ['name'] } },
      { kind: 'Topic', key: 't', body: {} },
    ]);
  });
});

describe('variables', () => {
  it('take the value of the environment, in texts and as whole values', async () => {
    const text = `kind: Plan
key: pro
name: 'Pro on \${vars.HOST}, \${vars.SEATS} seats, \${vars.PRICE}'
rank: \${vars.SEATS}
public: \${vars.ON}
prices: { USD: { monthly: '\${vars.PRICE}' } }
description: $\${vars.HOST} costs \${other.thing} and \${secrets.KEY} and $\${secrets.KEY}
environments: { production: { description: '\${vars.HOST}' } }
`;
    const files = { 'a.yaml': text };
    expect((await bodies(files, 'development'))['Plan/pro']).toEqual({
      name: 'Pro on dev.acme.com, 5 seats, 49.90',
      rank: 5,
      public: true,
      prices: { USD: { monthly: '49.90' } },
      // An escaped secret stays escaped: only the server may tell it from a real one.
      description: '${vars.HOST} costs ${other.thing} and ${secrets.KEY} and $${secrets.KEY}',
    });
    expect((await bodies(files, 'production'))['Plan/pro']).toMatchObject({
      name: 'Pro on api.acme.com, 5 seats, 59.90',
      prices: { USD: { monthly: '59.90' } },
      description: 'api.acme.com',
    });
  });

  it.each([
    ['a variable that one environment has otherwise', '${vars.HOST}', 'dev.acme.com', 'api.acme.com'],
    ['one that all have alike', '${vars.SEATS} seats', '5 seats', '5 seats'],
    ['one of each', '${vars.SEATS} at ${vars.HOST}', '5 at dev.acme.com', '5 at api.acme.com'],
    ['a secret', '${secrets.KEY}', '${secrets.KEY}', '${secrets.KEY}'],
    [
      'a secret beside a variable',
      '${secrets.KEY} ${vars.HOST}',
      '${secrets.KEY} dev.acme.com',
      '${secrets.KEY} api.acme.com',
    ],
    ['a literal', '$${vars.HOST}', '${vars.HOST}', '${vars.HOST}'],
  ])('stand for what each environment says: %s', async (_, written, development, production) => {
    const files = { 'a.yaml': `kind: Plan\nkey: pro\nname: Pro\ndescription: '${written}'\n` };
    expect((await bodies(files, 'development'))['Plan/pro']).toMatchObject({ description: development });
    expect((await bodies(files, 'production'))['Plan/pro']).toMatchObject({ description: production });
  });

  it('may put a secret together, which is refused where none may stand', async () => {
    const dreamYaml = `project: acme
environments: { development: {}, production: {} }
vars: { WHOLE: '$\{secrets.KEY}', DOLLAR: $, REST: '{secrets.KEY}', NAME: 'secrets.KEY}' }
`;
    const written = ['${vars.WHOLE}', '${vars.DOLLAR}${vars.REST}', '$${${vars.NAME}', '${secrets.KEY}'];
    const files = Object.fromEntries(
      written.map((text, index) => [`${index}.yaml`, `kind: Role\nkey: r${index}\ninherits: ['${text}']\n`]),
    );
    const { diagnostics } = await loadFiles({ 'dream.yaml': dreamYaml, ...files });
    expect(diagnostics.map(brief)).toEqual(written.map((_, index) => `${index}.yaml:3:12 secret/not-here`));
  });

  it('that are unknown are reported once, with what was meant, and nothing follows from them', async () => {
    const { diagnostics } = await loadFiles({
      'a.yaml': 'kind: Plan\nkey: p\nname: P\nrank: ${vars.SEAT}\nafterCancel: ${vars.NOPE}\n',
    });
    expect(diagnostics.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      'There is no variable `SEAT` in dream.yaml. Did you mean `SEATS`?',
      'There is no variable `NOPE` in dream.yaml. Declare it under `vars` in dream.yaml.',
    ]);
  });
});

describe('money', () => {
  // As written in YAML → as it reaches the server.
  const amounts: readonly (readonly [currency: string, written: string, canonical: string])[] = [
    ['USD', '49', '49.00'],
    ['USD', '49.0', '49.00'],
    ['USD', '49.00', '49.00'],
    ['USD', '49.5', '49.50'],
    ['USD', '49.500', '49.50'],
    ['USD', "'49.5'", '49.50'],
    ['USD', '0', '0.00'],
    ['USD', '.5', '0.50'],
    ['USD', '007', '7.00'],
    ['USD', '1e3', '1000.00'],
    ['USD', '9007199254740993.01', '9007199254740993.01'],
    ['JPY', '4900', '4900'],
    ['JPY', '4900.00', '4900'],
    ['KWD', '4.9', '4.900'],
    ['KWD', '4.999', '4.999'],
    ['ISK', '100', '100'],
    ['HUF', '100.5', '100.50'],
  ];

  it.each(amounts)('%s %s is %s', async (currency, written, canonical) => {
    const files = { 'a.yaml': `kind: Plan\nkey: p\nname: P\nprices: { ${currency}: { monthly: ${written} } }\n` };
    expect((await bodies(files, 'production'))['Plan/p']?.['prices']).toEqual({ [currency]: { monthly: canonical } });
  });

  it('what `<<` brings keeps its digits, and what replaces it has its own', async () => {
    const prices = 'prices:\n  USD: &usd { monthly: 49.50, annual: 490.50 }\n  EUR: { <<: *usd, annual: 5 }\n';
    const files = { 'a.yaml': `kind: Plan\nkey: p\nname: P\n${prices}` };
    expect((await bodies(files, 'production'))['Plan/p']?.['prices']).toEqual({
      USD: { monthly: '49.50', annual: '490.50' },
      EUR: { monthly: '49.50', annual: '5.00' },
    });
  });

  it('unit prices keep up to 12 decimals', async () => {
    const text = (price: string) =>
      `kind: Meter\nkey: calls\n---\nkind: Plan\nkey: p\nname: P\nprices: { USD: { monthly: 1 } }\nusage: { calls: { prices: { USD: ${price} } } }\n`;
    const plan = (await bodies({ 'a.yaml': text('0.000000000001') }, 'production'))['Plan/p'];
    expect(plan?.['usage']).toEqual({ calls: { prices: { USD: '0.000000000001' } } });
    const { diagnostics } = await loadFiles({ 'a.yaml': text('0.0000000000001') });
    expect(diagnostics.map(brief)).toEqual(['a.yaml:8:34 money/too-fine-unit-price']);
  });

  it.each([
    ['-1', 'value/range', '`monthly` must be zero or more, this is `-1`.'],
    ['0x10', 'money/not-an-amount', '`monthly` must be an amount of money such as 49.00, this is `0x10`.'],
    ['49,00 €', 'money/not-an-amount', '`monthly` must be an amount of money such as 49.00, this is `49,00 €`.'],
    ['true', 'money/not-an-amount', '`monthly` must be an amount of money such as 49.00, this is `true`.'],
    ['49.001', 'money/too-fine', '`monthly` is 49.001, but USD has 2 decimals.'],
  ])('%s is refused', async (written, code, message) => {
    const { diagnostics } = await loadFiles({
      'a.yaml': `kind: Plan\nkey: p\nname: P\nprices:\n  USD:\n    monthly: ${written}\n`,
    });
    expect(diagnostics).toEqual([expect.objectContaining({ code, message })]);
  });
});

describe('secrets', () => {
  const canary = 'sk_live_canary_4711';
  const endpoint = 'kind: WebhookEndpoint\nkey: w\nurl: https://example.com/hook\nevents: ["*"]\n';

  it('stay as they were written', async () => {
    const files = { 'a.yaml': `${endpoint}secret: \${secrets.HOOK}\n` };
    expect((await bodies(files, 'production'))['WebhookEndpoint/w']).toMatchObject({ secret: '${secrets.HOOK}' });
  });

  it.each([
    ['in clear', `secret: ${canary}`],
    ['in clear beside a reference', `secret: \${secrets.A}${canary}`],
    ['of a wrong type', `secret: [${canary}]`],
    ['in an overlay', `environments: { production: { secret: ${canary} } }`],
    ['under a misspelt field', `secrte: ${canary}`],
    ['under a key twice', `secret: \${secrets.A}\nsecret: ${canary}`],
    ['with a tag', `secret: !vault ${canary}`],
    ['with a variable that does not exist', `secret: ${canary}\${vars.NOPE}`],
    ['in a line of broken YAML', `secret: ${canary}: x`],
  ])('%s are never repeated and their lines never shown', async (_, line) => {
    const { diagnostics } = await loadFiles({ 'a.yaml': `${endpoint}${line}\n` });
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const diagnostic of diagnostics) {
      expect(JSON.stringify(diagnostic)).not.toContain(canary);
      expect(diagnostic.sensitive).toBe(true);
    }
  });
});

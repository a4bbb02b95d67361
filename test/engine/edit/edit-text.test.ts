import { describe, expect, it } from 'vitest';
import { editText, newDocumentText } from '../../../src/engine/edit/edit-text.ts';
import { fieldEdits } from '../../../src/engine/edit/field-edit.ts';
import type { JsonObject } from '../../../src/engine/json.ts';
import type { ModelSchema } from '../../../src/engine/model/model.ts';

const money: ModelSchema = { type: ['number', 'string'], 'x-money': 'amount' };
const schema: ModelSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    prices: { type: 'object', additionalProperties: { type: 'object', additionalProperties: money } },
    steps: { type: 'array', items: { type: 'object' } },
  },
};

const file = `# Our plans
kind: Plan   # the middle one
key: pro
name: Pro
prices: {USD: {monthly: 49.00}}   # per month
steps:
  - key: bell   # at once
  - key: mail
---
# Nobody pays here
kind: Plan
key:   free
name: "Free"
`;

const edit = (edits: Omit<Parameters<typeof fieldEdits>[0], 'schema'>) =>
  editText(file, [{ kind: 'Plan', key: 'pro', schema, edits: fieldEdits({ ...edits, schema }) }]);
const document = {
  kind: 'Plan',
  key: 'pro',
  name: 'Pro',
  prices: { USD: { monthly: 49 } },
  steps: [{ key: 'bell' }, { key: 'mail' }],
};
const resolved = { name: 'Pro', prices: { USD: { monthly: '49.00' } }, steps: [{ key: 'bell' }, { key: 'mail' }] };

describe('editing files', () => {
  it('changes the bytes of a scalar and no others', () => {
    const wanted = { ...resolved, prices: { USD: { monthly: '59.00' } } };
    expect(edit({ document, environment: 'production', alone: true, resolved, wanted })).toBe(
      file.replace('49.00', '59.00'),
    );
  });

  it('writes into an overlay when the project has other environments', () => {
    const wanted = { ...resolved, prices: { USD: { monthly: '59.00' } } };
    const text = edit({ document, environment: 'production', alone: false, resolved, wanted });
    expect(text).toContain('environments:\n  production:\n    prices:\n      USD:\n        monthly: 59.00\n');
    expect(text).toContain('# the middle one');
    expect(text).toContain('# Nobody pays here\nkind: Plan\nkey:   free\nname: "Free"\n');
  });

  it('keeps the comments of list items that stay', () => {
    const wanted = { ...resolved, steps: [{ key: 'push' }, { key: 'bell' }] };
    const text = edit({ document, environment: 'production', alone: true, resolved, wanted });
    expect(text).toMatch(/steps:\n {2}- key: push\n {2}- key: bell *# at once\n/u);
  });

  it('takes a field away, in an overlay by null', () => {
    const wanted = { prices: resolved.prices, steps: resolved.steps };
    expect(edit({ document, environment: 'production', alone: true, resolved, wanted })).not.toContain('name: Pro\n');
    expect(edit({ document, environment: 'production', alone: false, resolved, wanted })).toContain(
      'environments:\n  production:\n    name: null\n',
    );
  });

  it('writes a new document with money unquoted and kind and key first', () => {
    const text = newDocumentText(
      { kind: 'Plan', key: 'basic' },
      { prices: { USD: { monthly: '9.00' } }, name: 'Basic' },
      schema,
    );
    expect(text).toBe('kind: Plan\nkey: basic\nname: Basic\nprices:\n  USD:\n    monthly: 9.00\n');
  });

  it('keeps every digit of a price too fine for a number', () => {
    const fine = '123456789012345678.01';
    const text = newDocumentText({ kind: 'Plan', key: 'x' }, { prices: { USD: { monthly: fine } } }, schema);
    expect(text).toContain(`monthly: "${fine}"`);
  });

  it('writes a text that looks like a variable so that it stays a text, and secrets as they are', () => {
    const text = newDocumentText({ kind: 'Plan', key: 'x' }, { name: 'Costs ${price}, key ${secrets.TOKEN}' }, schema);
    expect(text).toContain('name: Costs $${price}, key ${secrets.TOKEN}\n');
  });

  it('leaves the members of a set where they stand, and adds behind them', () => {
    const withSet: ModelSchema = {
      type: 'object',
      properties: { tags: { type: 'array', 'x-set': true, items: { type: 'string' } } },
    };
    const text = 'kind: Flag\nkey: x\ntags: [zebra, lion, ant]\n';
    const tags = ['zebra', 'lion', 'ant'];
    const edits = fieldEdits({
      document: { kind: 'Flag', key: 'x', tags },
      environment: 'production',
      alone: true,
      resolved: { tags },
      wanted: { tags: ['ant', 'bear', 'zebra'] },
      schema: withSet,
    });
    expect(editText(text, [{ kind: 'Flag', key: 'x', schema: withSet, edits }])).toBe(
      'kind: Flag\nkey: x\ntags: [zebra, ant, bear]\n',
    );
  });

  it('keeps the variables of what stays in a list that changes, also in a new overlay', () => {
    const text = 'kind: Plan\nkey: pro\nsteps:\n  - { to: "${vars.mail}", wait: 1 }\n  - { to: sms }\n';
    const steps = [{ to: '${vars.mail}', wait: 1 }, { to: 'sms' }];
    const request = {
      document: { kind: 'Plan', key: 'pro', steps },
      environment: 'production',
      resolved: { steps: [{ to: 'a@b.c', wait: 1 }, { to: 'sms' }] },
      wanted: { steps: [{ wait: 2, to: 'a@b.c' }, { to: 'sms' }] },
      schema,
    };
    const written = (alone: boolean) =>
      editText(text, [{ kind: 'Plan', key: 'pro', schema, edits: fieldEdits({ ...request, alone }) }]);
    expect(written(true)).toBe(text.replace('wait: 1', 'wait: 2'));
    expect(written(false)).toBe(
      `${text}environments:\n  production:\n    steps:\n      - to: ${'${vars.mail}'}\n        wait: 2\n      - to: sms\n`,
    );
  });

  it('rewrites the field that changed and leaves every other byte of the document', () => {
    const text = `# Plans
kind:   Plan   # odd spacing
key: pro
name: 'Pro'

# what it costs
prices: {USD: {monthly: 49.00}, EUR: {monthly: 45.00}}   # per month
steps:   # in this order
    - {key: bell}

# the end
`;
    const wanted = { name: 'Pro', prices: { USD: { monthly: '49.00' } }, steps: [{ key: 'bell' }] };
    const before = { ...wanted, prices: { USD: { monthly: '49.00' }, EUR: { monthly: '45.00' } } };
    const written = {
      kind: 'Plan',
      key: 'pro',
      name: 'Pro',
      prices: { USD: { monthly: 49 }, EUR: { monthly: 45 } },
      steps: [{ key: 'bell' }],
    };
    const edits = fieldEdits({
      document: written,
      environment: 'production',
      alone: true,
      resolved: before,
      wanted,
      schema,
    });
    expect(editText(text, [{ kind: 'Plan', key: 'pro', schema, edits }])).toBe(
      text.replace(
        '{USD: {monthly: 49.00}, EUR: {monthly: 45.00}}   # per month',
        '{USD: {monthly: 49.00}}   # per month',
      ),
    );
  });

  it('takes a field away with the comment above it, and adds one behind the last', () => {
    const text = 'kind: Plan\nkey: pro\n\n# shown to people\nname: Pro\nsteps: []\n# the end\n';
    const edits = [{ path: ['name'] }, { path: ['prices'], value: { USD: { monthly: '1.00' } } }];
    expect(editText(text, [{ kind: 'Plan', key: 'pro', schema, edits }])).toBe(
      'kind: Plan\nkey: pro\nsteps: []\nprices:\n  USD:\n    monthly: 1.00\n# the end\n',
    );
  });

  it('writes a merge key out where its anchor is no mapping any more', () => {
    const text =
      'kind: Flag\nkey: f\nfallthrough: &r {rollout: {on: 50, off: 50}}\nrules:\n  - serve: {<<: *r, by: email} # half\n';
    const rollout = { on: 50, off: 50 };
    const rules = [{ serve: { rollout, by: 'email' } }];
    const edits = fieldEdits({
      document: { kind: 'Flag', key: 'f', fallthrough: { rollout }, rules },
      environment: 'production',
      alone: true,
      resolved: { fallthrough: { rollout }, rules },
      wanted: { fallthrough: 'off', rules },
      schema: { type: 'object' },
    });
    expect(editText(text, [{ kind: 'Flag', key: 'f', schema: { type: 'object' }, edits }])).toBe(
      'kind: Flag\nkey: f\nfallthrough: &r off\nrules:\n  - serve: {by: email, rollout: {on: 50, off: 50}} # half\n',
    );
  });

  it('writes a merge key of another environment out where the mapping it brought in is gone', () => {
    const overlays = (development: string, production: string) =>
      `kind: Role\nkey: a\nlabels: {z: "1"}\nenvironments:\n  development: {labels: &l ${development}}\n  production: {labels: {${production}}}\n`;
    const labels = { z: '1' };
    const edits = fieldEdits({
      document: {
        kind: 'Role',
        key: 'a',
        labels,
        environments: { development: { labels: { a: '1' } }, production: { labels: { a: '1', b: '2' } } },
      },
      environment: 'development',
      alone: false,
      resolved: { labels: { ...labels, a: '1' } },
      wanted: {},
      schema: { type: 'object' },
    });
    const text = overlays('{a: "1"}', '<<: *l, b: "2"');
    expect(editText(text, [{ kind: 'Role', key: 'a', schema: { type: 'object' }, edits }])).toBe(
      overlays('null', 'b: "2", a: "1"'),
    );
  });

  it('leaves an emptied mapping in the overlay where the document has none, and no other', () => {
    const inDevelopment = (labels: string) => `environments:\n  development:\n    labels: ${labels}\n`;
    const emptied = (base: JsonObject, text: string, resolved: JsonObject) => {
      const edits = fieldEdits({
        document: { kind: 'Role', key: 'a', ...base, environments: { development: { labels: { team: 'core' } } } },
        environment: 'development',
        alone: false,
        resolved: { labels: { ...resolved, team: 'core' } },
        wanted: { labels: resolved },
        schema: { type: 'object' },
      });
      const file = `kind: Role\nkey: a\n${text}${inDevelopment('{team: core}')}`;
      return editText(file, [{ kind: 'Role', key: 'a', schema: { type: 'object' }, edits }]);
    };
    expect(emptied({}, '', {})).toBe(`kind: Role\nkey: a\n${inDevelopment('{}')}`);
    expect(emptied({ labels: 'none' }, 'labels: none\n', {})).toBe(
      `kind: Role\nkey: a\nlabels: none\n${inDevelopment('{}')}`,
    );
    expect(emptied({ labels: { z: 1 } }, 'labels: {z: 1}\n', { z: 1 })).toBe('kind: Role\nkey: a\nlabels: {z: 1}\n');
  });
});

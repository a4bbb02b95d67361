import { describe, expect, it } from 'vitest';
import { editText } from '../../../src/engine/edit/edit-text.ts';
import type { FieldEdit } from '../../../src/engine/edit/field-edit.ts';
import type { ModelSchema } from '../../../src/engine/model/model.ts';

const schema: ModelSchema = {
  type: 'object',
  properties: {
    rules: { type: 'array', items: { type: 'object' }, 'x-list-key': 'name' },
    permissions: { type: 'array', items: { type: 'string' } },
    prices: { type: 'object', additionalProperties: { type: 'number', 'x-money': 'amount' } },
  },
};

const edit = (text: string, ...edits: readonly FieldEdit[]): string =>
  editText(text, [{ kind: 'Thing', key: 'x', schema, edits }]);

const head = 'kind: Thing\nkey: x\n';

describe('what is edited in place', () => {
  it('writes an alias out where its value must differ, in the manner of its anchor', () => {
    const text = `${head}a: &base { color: red, size: 1.50 }\nb: *base   # as a\nc: *base\n`;
    expect(edit(text, { path: ['b', 'color'], value: 'blue' })).toBe(
      text.replace('b: *base ', 'b: { color: blue, size: 1.50 } '),
    );
  });

  it('writes aliases out where their anchor comes to mean something else', () => {
    const text = `${head}a: &base { color: red }\nb: *base\nc:\n  <<: *base\n  size: 1 # one\n`;
    expect(edit(text, { path: ['a', 'color'], value: 'blue' })).toBe(
      `${head}a: &base { color: blue }\nb: { color: red }\nc:\n  <<: *base\n  size: 1 # one\n  color: red\n`,
    );
    expect(edit(text, { path: ['a'] })).toBe(`${head}b: { color: red }\nc:\n  size: 1 # one\n  color: red\n`);
  });

  it('writes an alias out whose anchor goes with what is written anew around it', () => {
    const text = `${head}list:\n  - tags: &tags [a]\nb: *tags\n`;
    expect(edit(text, { path: ['list'], value: [] })).toBe(`${head}list: []\nb: [a]\n`);
  });

  it('writes over what a merge key brings, and writes it out where a part of it must go', () => {
    const text = `${head}a: &base\n    color: red\n    size: 1\nb:\n    <<: *base   # like a\n    name: b\n`;
    expect(edit(text, { path: ['b', 'size'], value: 2 })).toBe(`${text}    size: 2\n`);
    expect(edit(text, { path: ['b', 'size'] })).toBe(
      text.replace('    <<: *base   # like a\n    name: b\n', '    name: b\n    color: red\n'),
    );
  });

  it('leaves an alias in a field that changes beside it', () => {
    const text = `${head}prices: &p { USD: 5.00 }\nseats:\n  included: 1\n  prices: *p\n`;
    expect(edit(text, { path: ['seats', 'minimum'], value: 2 })).toBe(`${text}  minimum: 2\n`);
  });

  const rules = `${head}rules:   # in this order
    # ours
    - name: staff   # always
      if: { email: { endsWith: '@acme.com' } }   # not all
      serve: on

    # ---- others ----

    # slowly
    - name: 'others'
      serve:
          rollout: { on: 10, off: 90 }   # step by step
    # no more
fallthrough: off   # at last
`;
  const staff = { name: 'staff', if: { email: { endsWith: '@acme.com' } }, serve: 'on' };
  const others = { name: 'others', serve: { rollout: { on: 10, off: 90 } } };

  it('changes within the item of a list that has the key, with its comments, quotes and order', () => {
    const changed = [staff, { name: 'others', serve: { rollout: { off: 80, on: 20 } } }];
    expect(edit(rules, { path: ['rules'], value: changed })).toBe(
      rules.replace('{ on: 10, off: 90 }', '{ on: 20, off: 80 }'),
    );
  });

  it('takes the comments of an item along where it goes, and those above an empty line not', () => {
    expect(edit(rules, { path: ['rules'], value: [staff] })).toBe(
      rules.replace(/ {4}# slowly\n[^]* {4}# no more\n/u, '    # no more\n'),
    );
    const first = rules.slice(rules.indexOf('    # ours'), rules.indexOf('\n    # ----'));
    expect(edit(rules, { path: ['rules'], value: [others] })).toBe(rules.replace(first, ''));
    expect(edit(rules, { path: ['rules'], value: [others, staff] })).toBe(
      rules.replace(first, '').replace('    # no more', `${first}    # no more`),
    );
  });

  it('leaves the comment above the next entry where one goes that ended further in', () => {
    const text = `${head}rules:
  - name: a
    if:
      x: 1
      # of x
  # of b
  - name: b
    if:
      y: 1
# of z
z: 1
`;
    expect(edit(text, { path: ['rules'], value: [{ name: 'b', if: 1 }] })).toBe(
      `${head}rules:\n  # of b\n  - name: b\n    if: 1\n# of z\nz: 1\n`,
    );
  });

  it('writes names and texts so that they mean only what they say', () => {
    const text = `${head}a: { b, c: [ 1 ] }\n`;
    expect(
      edit(text, { path: ['a', 'b'], value: 'x, y\nz' }, { path: ['d'], value: { '<<': '<<', on: ' a\nb', '1': [] } }),
    ).toBe(`${head}a: { b: "x, y\\nz", c: [ 1 ] }\nd: { "1": [], "<<": <<, on: " a\\nb" }\n`);
  });

  it('finds an item without a key by what it shares with one of before', () => {
    const text = `${head}tiers:\n- upTo: 10   # few\n  price: 1\n# many\n- upTo: 20\n  price: 2\n`;
    const value = [
      { upTo: 10, price: 3 },
      { upTo: 20, price: 2 },
    ];
    expect(edit(text, { path: ['tiers'], value })).toBe(text.replace('price: 1', 'price: 3'));
  });

  it('keeps the comments of a list in brackets with its items', () => {
    const text = `${head}permissions: [ # open
    read, # all
    # with care
    'write', # some
    delete # nobody
    # closed
  ]
`;
    expect(edit(text, { path: ['permissions'], value: ['read', 'delete', 'list'] })).toBe(
      text
        .replace(/ {4}# with care\n.*\n/u, '')
        .replace('delete #', 'delete, #')
        .replace('nobody\n', 'nobody\n    list\n'),
    );
    expect(edit(text, { path: ['permissions'], value: ['delete', 'write'] })).toBe(
      `${head}permissions: [ # open
    delete, # nobody
    # with care
    'write' # some
    # closed
  ]
`,
    );
    expect(edit(text, { path: ['permissions'], value: [] })).toBe(`${head}permissions: [ # open\n    # closed\n  ]\n`);
  });

  it('ends new lines as the file ends its own', () => {
    const text = `\ufeff${rules}`.replaceAll('\n', '\r\n');
    const edited = edit(
      text,
      { path: ['rules'], value: [staff, { name: 'new', if: { all: [{ a: 1 }] } }, others] },
      { path: ['about'], value: 'one\ntwo\n' },
    );
    expect(edited).toBe(
      text
        .replace(
          '\r\n    # ----',
          '    - name: new\r\n      if:\r\n          all:\r\n              - a: 1\r\n\r\n    # ----',
        )
        .concat('about: |\r\n    one\r\n    two\r\n'),
    );
  });

  it('keeps quotes and the digits of what is written anew, and leaves a file without a last line break so', () => {
    const text = `${head}name: "Pro"\nnote: 'a'\nprices: {USD: 5.00}`;
    expect(
      edit(
        text,
        { path: ['name'], value: 'Team' },
        { path: ['note'], value: "it's" },
        { path: ['prices', 'EUR'], value: '4.50' },
      ),
    ).toBe(`${head}name: "Team"\nnote: 'it''s'\nprices: {USD: 5.00, EUR: 4.50}`);
  });
});

import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/engine/json.ts';
import { textOf } from '../../../src/engine/json-fields.ts';
import { createRegistry } from '../../../src/engine/model/create-registry.ts';
import type { Model, ModelSchema } from '../../../src/engine/model/model.ts';
import type { BodyReference, KindPolicy } from '../../../src/engine/model/registry.ts';
import { validateResources } from '../../../src/engine/validate/validate-resources.ts';

const schema: ModelSchema = { type: 'object', additionalProperties: true };
const model = (kind: string): Model => ({
  kind,
  plural: `${kind}s`,
  component: 'x',
  summary: 'x',
  schema,
  examples: [],
});

const findingsOf = (
  bodies: { readonly [name: string]: JsonObject },
  policies: { readonly [kind: string]: KindPolicy },
) => {
  const resources = Object.entries(bodies).map(([name, body]) => {
    const [kind = '', key = ''] = name.split('/');
    return { kind, key, body };
  });
  const kinds = [...new Set(resources.map(({ kind }) => kind))];
  const registry = createRegistry([
    { models: kinds.map(model), validators: Object.fromEntries(kinds.map((kind) => [kind, () => true])), policies },
  ]);
  return validateResources(resources, registry).map(
    ({ code, resource, pointer }) => `${code} ${resource.kind}/${resource.key}#${pointer}`,
  );
};

describe('checks beside other resources', () => {
  it('see the bodies of the others and may blame one of them', () => {
    const policies: { readonly [kind: string]: KindPolicy } = {
      Sender: {
        checkAgainst: (body, find) => {
          const text = find('Text', textOf(body['text']) ?? '');
          if (text === undefined) return [{ code: 'x/none', pointer: '/text', message: 'none.' }];
          return text['empty'] === true
            ? [
                {
                  code: 'x/empty',
                  pointer: '/empty',
                  message: 'empty.',
                  of: { kind: 'Text', key: textOf(body['text']) ?? '' },
                },
              ]
            : [];
        },
      },
    };
    const bodies = {
      'Sender/a': { text: 'full' },
      'Sender/b': { text: 'empty' },
      'Sender/c': { text: 'missing' },
      'Sender/d': { text: 'empty' },
      'Text/full': {},
      'Text/empty': { empty: true },
    };
    // Two senders of one empty text are one mistake in that text.
    expect(findingsOf(bodies, policies)).toEqual(['x/none Sender/c#/text', 'x/empty Text/empty#/empty']);
  });
});

it('see all of a kind, themselves included, and know which they are', () => {
  const checkAgainst: KindPolicy['checkAgainst'] = (body, _find, { all, key }) =>
    all('Seat')
      .filter((other) => other.key < key && other.body['number'] === body['number'])
      .map((other) => ({ code: `x/as-${other.key}`, pointer: '/number', message: 'taken.' }));
  const bodies = { 'Seat/a': { number: 1 }, 'Seat/b': { number: 2 }, 'Seat/c': { number: 1 }, 'Row/d': { number: 1 } };
  expect(findingsOf(bodies, { Seat: { checkAgainst } })).toEqual(['x/as-a Seat/c#/number']);
});

describe('references of policies', () => {
  const referring = (rest: Partial<BodyReference> = {}): KindPolicy => ({
    references: ({ to }) =>
      to === undefined ? [] : [{ pointer: '/to', kind: 'Node', key: textOf(to) ?? '', ...rest }],
  });

  it('may not lead back to where they started, unless they say that they may', () => {
    const bodies = { 'Node/a': { to: 'b' }, 'Node/b': { to: 'a' }, 'Node/c': { to: 'c' } };
    expect(findingsOf(bodies, { Node: referring() })).toEqual([
      'reference/cycle Node/a#/to',
      'reference/cycle Node/c#/to',
    ]);
    expect(findingsOf(bodies, { Node: referring({ cyclic: true }) })).toEqual([]);
    expect(findingsOf({ 'Node/a': { to: 'x' } }, { Node: referring({ cyclic: true }) })).toEqual([
      'reference/unknown Node/a#/to',
    ]);
  });

  it('may name something inside the target, which takes any name where it declares none and is open', () => {
    const bodies = { 'Node/a': { to: 'b' }, 'Node/b': {}, 'Node/c': { to: 'd' }, 'Node/d': { names: ['y'] } };
    const member = { path: 'names', name: 'x' };
    const closed = ['reference/unknown-member Node/a#/to', 'reference/unknown-member Node/c#/to'];
    expect(findingsOf(bodies, { Node: referring({ member }) })).toEqual(closed);
    expect(findingsOf(bodies, { Node: referring({ member: { ...member, open: true } }) })).toEqual(closed.slice(1));
  });
});

describe('what a kind finds beside a mistake of its schema', () => {
  const strict: Model = {
    ...model('Thing'),
    schema: {
      type: 'object',
      properties: {
        kind: { type: 'string' },
        key: { type: 'string' },
        one: { type: 'object', additionalProperties: true },
        list: { type: 'array', items: { type: 'string' } },
        two: { type: 'object', additionalProperties: false, properties: { a: { type: 'string' } } },
      },
      additionalProperties: false,
    },
  };
  const says = (...pointers: readonly string[]): KindPolicy => ({
    check: () => pointers.map((pointer) => ({ code: 'x/found', pointer, message: 'found.' })),
  });
  const violation = (instancePath: string, additionalProperty: string) => ({
    keyword: 'additionalProperties',
    instancePath,
    schemaPath: '',
    params: { additionalProperty },
  });

  it.each([
    ['elsewhere', '/one/x', true],
    ['in an entry of the same list', '/list/1', true],
    ['in a field beside it', '/two/a', true],
    ['in what holds it', '/two', false],
    ['in the whole document', '', false],
  ])('%s', (_, pointer, isSaid) => {
    const validate = Object.assign(() => false, { errors: [violation('/two', 'b')] });
    const registry = createRegistry([
      { models: [strict], validators: { Thing: validate }, policies: { Thing: says(pointer) } },
    ]);
    const body = { one: { x: 1 }, list: ['a', 'b'], two: { a: 'x', b: 1 } };
    const codes = validateResources([{ kind: 'Thing', key: 'k', body }], registry).map(({ code }) => code);
    expect(codes).toEqual(isSaid ? ['field/unknown', 'x/found'] : ['field/unknown']);
  });
});

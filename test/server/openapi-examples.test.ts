import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { wholeDocument } from '../../src/app/generate/api-files.ts';
import { productParts } from '../../src/app/generate/product-parts.ts';
import { components } from '../../src/components/index.ts';
import { type Json, type JsonObject, isJsonObject } from '../../src/engine/json.ts';
import { objectOf, textOf } from '../../src/engine/json-fields.ts';
import { formats } from '../../src/generate/formats.ts';
import { createHost } from '../../src/host/create-host.ts';
import { sampleOf } from '../../src/server/openapi/examples/sample.ts';

const { document } = wholeDocument(productParts(createHost(), components), '1.2.3');
const ajv = new Ajv2020({ strict: false, allErrors: true });
for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
ajv.addSchema({ ...document, $id: 'dream:' });

interface Content {
  readonly where: string;
  readonly type: string;
  readonly pointer: string;
  readonly content: JsonObject;
}

/** Every body that is sent or answered, errors apart. */
function contents(value: Json, where: readonly string[]): readonly Content[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]): readonly Content[] => {
    const here = [...where, name];
    if (where.at(-1) !== 'content' || !isJsonObject(inner)) return contents(inner, here);
    const pointer = here.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    return [{ where: here.join(' '), type: name, pointer, content: inner }];
  });
}

const good = [...contents(document['paths'] ?? {}, ['paths']), ...contents(document['webhooks'] ?? {}, ['webhooks'])]
  .filter(({ where }) => !/ responses [45]/u.test(where))
  .filter(({ type }) => type === 'application/json' || type === 'text/event-stream');

describe('examples', () => {
  test('every body that is sent, every success that is answered and every event has one that fits its schema', () => {
    expect(good.length).toBeGreaterThan(200);
    const wrong = good.flatMap(({ content, pointer, where }) => {
      if (!('example' in content)) return [`${where} has none`];
      const isRight = ajv.validate({ $ref: `dream:#/${pointer}/schema` }, content['example']);
      return isRight ? [] : [`${where}: ${ajv.errorsText()}`];
    });
    expect(wrong).toStrictEqual([]);
  });

  test('they read like what is really sent', () => {
    const told = JSON.stringify(good.map(({ content }) => content['example']));
    expect(told).toContain('"tenantId":"acme"');
    expect(told).toContain('"createdAt":"2026-11-20T09:00:00.000Z"');
    expect(told).not.toMatch(/"string"|lorem|foo|example\.com/u);
  });

  test('an example that is written beside the schema goes first, and one that nobody can guess is asked for', () => {
    expect(sampleOf({ type: 'string', examples: ['mine'] }, 'sent')).toBe('mine');
    expect(sampleOf({ type: 'string', description: '`key_…`' }, 'answered')).toMatch(/^key_[0-9A-Z]{26}$/u);
    expect(() =>
      sampleOf(
        { type: 'object', required: ['odd'], properties: { odd: { type: 'string', pattern: '^(?=b)a$' } } },
        'sent',
      ),
    ).toThrow('no example is known of odd: write one as its `examples`');
  });
});

test('lists say how their pages are asked for', () => {
  const lists = Object.values(objectOf(document['paths']))
    .flatMap((item) => Object.values(objectOf(item)).map(objectOf))
    .filter((operation) => 'x-pagination' in operation);
  const forms = Object.fromEntries(
    lists.map((operation) => [textOf(operation['operationId']), objectOf(operation['x-pagination'])['form']]),
  );
  expect(forms).toMatchObject({ 'tenants.list': 'offset', 'events.list': 'cursor', 'audit.entries.list': 'cursor' });
  for (const operation of lists) {
    const { cursor, page, pageSize } = objectOf(operation['x-pagination']);
    const asked = JSON.stringify(operation['parameters']);
    for (const name of [cursor ?? page, pageSize])
      expect(asked).toContain(`"name":${JSON.stringify(name)},"in":"query"`);
  }
});

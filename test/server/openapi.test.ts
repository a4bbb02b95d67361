import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../src/host/create-host.ts';
import { isJsonObject, type JsonObject } from '../../src/engine/json.ts';
import { allServerErrors } from '../../src/server/errors.ts';
import { openApiDocument } from '../../src/server/openapi/openapi.ts';
import { errorsOf } from '../../src/server/openapi/error-responses.ts';
import { NamedSchemas } from '../../src/server/openapi/named-schemas.ts';
import { useDatabases } from '../support/databases.ts';
import { startServer } from '../support/test-server.ts';
import { wholeTable } from '../support/whole-table.ts';

const operations = wholeTable(createHost(), new Uint8Array(32));
const document = openApiDocument(operations, '1.2.3');

function at(value: unknown, ...path: readonly string[]): JsonObject {
  const found = path.reduce<unknown>((inner, name) => (isJsonObject(inner) ? inner[name] : undefined), value);
  if (!isJsonObject(found)) {
    throw new TypeError(`nothing at ${path.join(' ')}`);
  }
  return found;
}

interface Found {
  readonly where: string;
  readonly schema: JsonObject;
}

/** Every object in it, with the names on the way to it. */
function nested(value: unknown, where: string): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap((one) => nested(one, where));
  if (!isJsonObject(value)) return [];
  const inner = Object.entries(value).flatMap(([name, one]) => nested(one, `${where} ${name}`));
  return [{ where, schema: value }, ...inner];
}

/** A field may be called `type` or `properties` as well. */
function isNameless({ properties, type }: JsonObject, where: string): boolean {
  return type === 'object' && isJsonObject(properties) && !where.endsWith(' properties');
}

describe('the OpenAPI document', () => {
  const databases = useDatabases('embedded');

  it('is valid by the official schema of OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(result.errors ?? []).toStrictEqual([]);
    expect(result.valid).toBe(true);
  });

  it('is refused by that schema when something is wrong with it', async () => {
    const broken = { ...document, info: { title: 'Dream' } };
    expect((await new Validator().validate(JSON.parse(JSON.stringify(broken)))).valid).toBe(false);
  });

  it('holds every operation of the table and no other', () => {
    const paths = at(document, 'paths');
    const described = Object.keys(paths).flatMap((path) =>
      Object.keys(at(paths, path)).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toStrictEqual(operations.map(({ method, path }) => `${method} ${path}`).toSorted());
    for (const { method, path, id, body, responses } of operations) {
      const described = at(paths, path, method.toLowerCase());
      expect(described['operationId']).toBe(id);
      expect('requestBody' in described).toBe(body !== undefined);
      expect(Object.keys(at(described, 'responses'))).toStrictEqual(expect.arrayContaining(Object.keys(responses)));
    }
  });

  it('P02 names every error code that an operation may answer with, under its status', () => {
    for (const operation of operations) {
      const responses = at(document, 'paths', operation.path, operation.method.toLowerCase(), 'responses');
      for (const { code, status } of errorsOf(operation)) {
        expect(at(responses, String(status))['x-error-codes']).toContain(code);
      }
    }
    const codes = new Set([...allServerErrors, ...operations.flatMap(({ errors }) => errors)].map(({ code }) => code));
    expect(Object.keys(at(document, 'x-error-codes'))).toStrictEqual([...codes].toSorted());
  });

  it('gives every object with fields a name, for types that are generated from it', () => {
    const nameless = nested(document['paths'], 'paths').filter(({ schema, where }) => isNameless(schema, where));
    const inside = nested(at(document, 'components', 'schemas'), 'schemas').filter(
      ({ schema, where }) => !/^schemas [A-Za-z]+$/u.test(where) && isNameless(schema, where),
    );
    expect([...nameless, ...inside].map(({ where }) => where)).toStrictEqual([]);
  });

  it('refers to nothing that is not there, and leaves no schema unused', () => {
    const text = JSON.stringify(document);
    const referred = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/gu)].map(([, name]) => name));
    expect(referred).toStrictEqual(new Set(Object.keys(at(document, 'components', 'schemas'))));
  });

  it('does not let one name stand for two schemas', () => {
    const named = new NamedSchemas();
    named.take({ title: 'Tenant', type: 'object', properties: { id: { type: 'string' } } }, 'one place');
    expect(() => named.take({ title: 'Tenant', type: 'object', properties: {} }, 'another')).toThrow(
      'Tenant stands for one schema at one place and for another at another',
    );
  });

  it('tells of what may be null, and of another description, beside the reference', () => {
    const named = new NamedSchemas();
    const tenant = {
      title: 'Tenant',
      type: 'object',
      properties: { id: { type: 'string' } },
      description: 'A tenant.',
    };
    const reference = { $ref: '#/components/schemas/Tenant' };
    expect(named.take(tenant, 'one')).toStrictEqual(reference);
    expect(named.take({ ...tenant, description: 'The first.' }, 'two')).toStrictEqual({
      ...reference,
      description: 'The first.',
    });
    expect(named.take({ ...tenant, type: ['object', 'null'] }, 'three')).toStrictEqual({
      anyOf: [reference, { type: 'null' }],
    });
    expect(named.all()).toStrictEqual({ Tenant: tenant });
  });

  it('is the same for the same table', () => {
    expect(JSON.stringify(openApiDocument(operations, '1.2.3'))).toBe(JSON.stringify(document));
  });

  it('is served without a key', async () => {
    const { call } = await startServer(await databases.shared(), { operations: wholeTable, version: '1.2.3' });
    const answer = await call('GET', '/openapi.json');
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(JSON.stringify(document));
  });
});

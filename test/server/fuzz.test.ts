import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../src/engine/json.ts';
import type { Operation } from '../../src/server/operation.ts';
import { anyDatabase } from '../support/databases.ts';
import { longRun } from '../support/long-run.ts';
import { seedsOn } from '../support/tenancy.ts';
import { startServer } from '../support/test-server.ts';
import { wholeTable } from '../support/whole-table.ts';

/** 10,000 with DREAM_LONG=1; in every run a sample of the same sequence. */
const runs = longRun ? 10_000 : 300;
const randomSeed = 20_261_120;

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    'toString',
    '${secrets.A}',
    '1e999',
    '-0',
    'a'.repeat(3000),
    '2016-12-31T23:59:60Z',
    '*',
    'Plan',
    'production',
  ),
);
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.constantFrom<Json>(null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 1, 2 ** 31),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** A value that mostly fits a schema, and in places does not. */
function nearly(schema: Json | undefined, depth = 0): fc.Arbitrary<Json> {
  if (!isJsonObject(schema) || depth > 6) {
    return json;
  }
  const branches = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(branches)) {
    return fc.oneof(...branches.map((branch: Json) => nearly(branch, depth + 1)));
  }
  const fitting = fits(schema, depth);
  return fc.oneof({ arbitrary: fitting, weight: 12 }, { arbitrary: json, weight: 1 });
}

function fits(schema: JsonObject, depth: number): fc.Arbitrary<Json> {
  const values = schema['enum'];
  if (Array.isArray(values)) {
    return fc.constantFrom<Json>(...values);
  }
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type'];
  switch (type) {
    case 'object': {
      const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
      const known = Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [name, nearly(inner, depth + 1)]),
      );
      const required = Array.isArray(schema['required'])
        ? schema['required'].filter((name) => typeof name === 'string')
        : [];
      const record: fc.Arbitrary<Json> = fc.record(known, { requiredKeys: required.filter((name) => name in known) });
      const more = isJsonObject(schema['additionalProperties'])
        ? nearly(schema['additionalProperties'], depth + 1)
        : json;
      return fc.oneof(
        { arbitrary: record, weight: 8 },
        {
          arbitrary: fc
            .tuple(record, fc.dictionary(word, more, { maxKeys: 2 }))
            .map(([some, others]) => (isJsonObject(some) ? { ...some, ...others } : some)),
          weight: 2,
        },
      );
    }
    case 'array':
      return fc.array(nearly(schema['items'], depth + 1), { maxLength: 3 });
    case 'integer':
      return fc.oneof(fc.integer({ min: 0, max: 100 }), fc.maxSafeInteger());
    case 'number':
      return fc.double();
    case 'boolean':
      return fc.boolean();
    case 'string':
      return typeof schema['pattern'] === 'string' ? fc.oneof(matching(schema['pattern']), word) : word;
    default:
      return json;
  }
}

function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return word;
  }
}

/** Of what there is when the fuzz begins, so that some requests find something. */
const tenants = ['acme', 'globex', 'initech'];
const known = fc.constantFrom(...tenants, 'ada', 'viewer');

/** Anything a client may send: bodies near the schema, far from it, and texts that are no JSON. */
function requests(operations: readonly Operation[]) {
  return fc.oneof(
    ...operations.map((operation) => {
      const params = isJsonObject(operation.params?.['properties']) ? operation.params['properties'] : {};
      const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
      const path = fc
        .record(Object.fromEntries(names.map((name) => [name, fc.oneof(nearly(params[name]), known)])))
        .map((values) =>
          operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encode(asText(values[name]) || '_')),
        );
      const filters = Object.keys(isJsonObject(operation.query?.['properties']) ? operation.query['properties'] : {});
      const name = filters.length === 0 ? word : fc.oneof(word, fc.constantFrom(...filters));
      const query = fc.oneof(
        fc.constant(''),
        fc.dictionary(name, fc.oneof(word, known), { maxKeys: 3 }).map(
          (pairs) =>
            `?${Object.entries(pairs)
              .map((pair) => pair.map(encode).join('='))
              .join('&')}`,
        ),
        fc.nat().map((page) => `?page=${page}`),
      );
      const body = fc.oneof(
        { arbitrary: nearly(operation.body).map((value) => JSON.stringify(value)), weight: 8 },
        { arbitrary: json.map((value) => JSON.stringify(value)), weight: 1 },
        {
          arbitrary: nearly(operation.body).chain((value) =>
            fc.nat().map((cut) => JSON.stringify(value).slice(0, cut % 40)),
          ),
          weight: 1,
        },
      );
      return fc.record({ operation: fc.constant(operation), path, query, body });
    }),
  );
}

function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

anyDatabase((databases) => {
  it(
    `P02 no body, path or query makes a 500, in ${runs} requests over the whole table`,
    async () => {
      const { call, admin, host, masterKey, log } = await startServer(await databases.shared(), {
        operations: wholeTable,
      });
      const seed = seedsOn({ call, headers: admin() });
      await seed.roles({ viewer: { permissions: [] } });
      for (const tenant of tenants) {
        await seed.tenant(tenant);
        await seed.member(tenant, 'ada', ['viewer']);
      }
      const statuses = new Map<number, number>();
      await fc.assert(
        fc.asyncProperty(requests(wholeTable(host, masterKey)), async ({ operation, path, query, body }) => {
          const headers = {
            ...admin(),
            ...(operation.body === undefined ? {} : { 'content-type': 'application/json' }),
          };
          const answer = await call(operation.method, path + query, {
            headers,
            ...(operation.body === undefined ? {} : { raw: body }),
          });
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          if (answer.status >= 500) {
            throw new Error(`${answer.text}\n${log.findLast((line) => line.includes('request failed')) ?? ''}`);
          }
          if (answer.status >= 400 && operation.foreignProtocol !== undefined) {
            expect(answer.headers['dream-error-code']).toMatch(/^[a-z-]+\/[a-z-]+$/);
          } else if (answer.status >= 400) {
            expect(answer.json).toMatchObject({
              success: false,
              error: { code: expect.stringMatching(/^[a-z-]+\/[a-z-]+$/) },
            });
          }
        }),
        { numRuns: runs, seed: randomSeed, endOnFailure: true },
      );
      // A fuzz that never gets past the door proves nothing.
      expect(statuses.get(200) ?? 0).toBeGreaterThan(runs / 20);
      expect(statuses.get(400) ?? 0).toBeGreaterThan(runs / 20);
    },
    30 * 60_000,
  );
});

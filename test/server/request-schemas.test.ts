import fastify from 'fastify';
import { expect, it } from 'vitest';
import { createHost } from '../../src/host/create-host.ts';
import { compileOnFirstUse } from '../../src/server/request/compile-on-first-use.ts';
import { wholeTable } from '../support/whole-table.ts';

const app = fastify();
compileOnFirstUse(app);

function broken(schema: object): string | null {
  try {
    void app.validatorCompiler?.({ schema, method: 'POST', url: '/' })({});
    return null;
  } catch (error) {
    return String(error);
  }
}

it('compiles every schema by which requests are checked, which no server does before the first request', () => {
  const found = wholeTable(createHost(), null).flatMap(({ id, params = {}, query = {}, body = {} }) =>
    [params, query, body]
      .map(broken)
      .filter((what) => what !== null)
      .map((what) => `${id}: ${what}`),
  );
  expect(found).toEqual([]);
  expect(broken({ type: 'objekt' })).toContain('schema is invalid');
});

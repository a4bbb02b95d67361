import fastify from 'fastify';
import { expect, it } from 'vitest';
import { createHost } from '../../src/host/create-host.ts';
import { compileOnFirstUse } from '../../src/server/request/compile-on-first-use.ts';
import { toFinding } from '../../src/server/request/schema-finding.ts';
import { validationProblem } from '../../src/server/response/validation-problem.ts';
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

it.each([
  [
    {
      keyword: 'enum',
      propertyName: 'maxCreate',
      data: 'maxCreate',
      params: { allowedValues: ['creates', 'deletes'] },
    },
    'The name of each field of `allow` must be `creates` or `deletes`.',
  ],
  [{ keyword: 'minLength', params: { limit: 8 }, parentSchema: { title: 'a word' } }, '`allow` must be a word.'],
  [{ keyword: 'minLength', params: { limit: 8 } }, '`allow` must have at least 8 characters.'],
  [{ keyword: 'pattern', params: { pattern: '^[a-z]$' } }, '`allow` must be of another form.'],
  [{ keyword: 'pattern', params: { pattern: String.raw`\S` } }, '`allow` must be more than spaces.'],
  [{ keyword: 'maxItems', params: { limit: 1 } }, '`allow` must have at most 1 entry.'],
  [{ keyword: 'minimum', params: { limit: 0 } }, '`allow` must be 0 or more.'],
  [{ keyword: 'required', params: { missingProperty: 'of' } }, '`allow.of` is missing.'],
  [{ keyword: 'not', params: {}, message: 'must NOT be valid' }, '`allow` does not fit this operation.'],
])('words a broken rule: %j', (mistake, message) => {
  expect(validationProblem([toFinding({ instancePath: '/allow', ...mistake })], 'body').message).toBe(message);
});

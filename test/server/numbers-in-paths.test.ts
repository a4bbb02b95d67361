import { expect, test } from 'vitest';
import { useDatabases } from '../support/databases.ts';
import { startServer } from '../support/test-server.ts';
import { wholeTable } from '../support/whole-table.ts';

const databases = useDatabases('embedded');

test.each([
  ['x', 400, '`number` must be a whole number.'],
  ['1.5', 400, '`number` must be a whole number.'],
  ['-1', 400, '`number` must be 0 or more.'],
  ['1e3', 400, '`number` must be a whole number.'],
  ['%20', 400, '`number` must be a whole number.'],
  ['9999999999999999', 400, '`number` must be a whole number.'],
  ['42', 404, 'development has no revision 42'],
  ['042', 404, 'development has no revision 42'],
])('a number that stands in a path as %s is read by its schema', async (text, status, message) => {
  const { admin, call } = await startServer(await databases.shared(), { operations: wholeTable });
  const answer = await call('GET', `/v1/revisions/${text}`, { headers: admin() });
  expect(answer).toMatchObject({ status, json: { error: { message, param: 'number' } } });
});

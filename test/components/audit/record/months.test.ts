import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openMonths } from '../../../../src/components/audit/entries/queries.ts';
import { useDatabases } from '../../../support/databases.ts';
import { startServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';

const databases = useDatabases('postgres');

it('SC-006 what is recorded while its month is opened is neither refused nor lost', async () => {
  const database = await databases.open();
  const { call, admin, clock } = await startServer(database, { operations: wholeTable });
  const entry = { action: 'auth.login', actor: { id: 'ada' } };
  await call('POST', '/v1/audit/entries', { headers: admin(), body: entry });
  let sent = 0;
  let opened = false;
  const record = async (): Promise<void> => {
    while (!opened || sent < 200) {
      const many = { entries: Array.from({ length: 20 }, () => entry) };
      const answer = await call('POST', '/v1/audit/entries/batch', { headers: admin(), body: many });
      expect([answer.status, answer.code]).toEqual([201, null]);
      sent += 20;
    }
  };
  const open = openMonths(database, clock.now()).then(() => {
    opened = true;
  });
  await Promise.all([...Array.from({ length: 8 }, record), open]);
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ count: number }>(sql`SELECT count(*)::int AS count FROM audit_entries WHERE action = 'auth.login'`),
  );
  expect(rows[0]?.count).toBe(sent + 1);
});

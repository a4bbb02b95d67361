import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { useDatabases } from '../support/databases.ts';
import { basicOperations, probe, startServer } from '../support/test-server.ts';

const databases = useDatabases('postgres');
const away = { status: 503, code: 'server/unavailable' };

it('a connection that is lost between two statements is the fault of the database, and the next request has another', async () => {
  let cut = true;
  const { admin, call } = await startServer(await databases.shared(), {
    operations: () => [
      probe(async ({ session }) => {
        if (cut) {
          // The role of the servers may end nobody.
          await session.tx.execute(sql`RESET ROLE`);
          await session.tx.execute(sql`SELECT pg_terminate_backend(pg_backend_pid())`).catch(() => undefined);
        }
        await session.tx.execute(sql`SELECT 1`);
        return { status: 200, body: {} };
      }),
    ],
  });
  const request = { headers: admin(), body: {} };
  expect(await call('POST', '/v1/probe', request)).toMatchObject(away);
  cut = false;
  expect(await call('POST', '/v1/probe', request)).toMatchObject({ status: 200 });
});

it('FR-A001 nobody is refused without an entry of it, while there is no database to write it to', async () => {
  const database = await databases.open();
  const { call, key } = await startServer(database, { operations: basicOperations });
  const { headers } = await key({ scopes: ['keys:read'] });
  const forbidden = { headers, body: { type: 'secret', name: 'x', scopes: ['*'] } };
  expect(await call('POST', '/v1/keys', forbidden)).toMatchObject({ status: 403 });
  // Who asks is remembered for a moment yet.
  await database.close();
  expect(await call('POST', '/v1/keys', forbidden)).toMatchObject(away);
});

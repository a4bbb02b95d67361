import { type SQL, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Database, SendBytes } from '../../src/db/contract.ts';
import { eachDatabase, useDatabases } from '../support/databases.ts';

const scope = { projectId: 'prj_1', environmentId: 'env_1' };

async function linesOf(database: Database, query: SQL, send?: SendBytes): Promise<[lines: string[], count: number]> {
  const chunks: Uint8Array[] = [];
  const count = await database.withEnvironment(scope, 'read', (session) =>
    session.streamLines(query, send ?? (async (bytes) => void chunks.push(bytes))),
  );
  return [Buffer.concat(chunks).toString().split('\n'), count];
}

eachDatabase((databases) => {
  describe('lines of a query', () => {
    it('come as they are, however much of a quote, an escape or an end they hold', async () => {
      const database = await databases.shared();
      const texts = ['{"a":"\\n\\\\"}', '"', "'", '\\N', 'a,b\tc', ' ', '😀', '$1', "E'\\x01'"];
      const values = sql.join(
        texts.map((text, index) => sql`(${index}::int, ${text}::text)`),
        sql`, `,
      );
      const query = sql`SELECT t.line FROM (VALUES ${values}) AS t (place, line) ORDER BY t.place`;
      expect(await linesOf(database, query)).toEqual([[...texts, ''], texts.length]);
    });

    it('come in the order and to the number of the rows, to whoever is slow as well', async () => {
      const database = await databases.shared();
      let received = '';
      const query = sql`SELECT n || ${':x'} FROM generate_series(1, ${20_000}::int) AS n`;
      const [, count] = await linesOf(database, query, async (bytes) => {
        await new Promise((resolve) => setImmediate(resolve));
        received += Buffer.from(bytes).toString();
      });
      expect(count).toBe(20_000);
      expect(received).toBe(Array.from({ length: 20_000 }, (_, index) => `${index + 1}:x\n`).join(''));
    });

    it('are no more than nothing where there is no row', async () => {
      const database = await databases.shared();
      expect(await linesOf(database, sql`SELECT 'a' WHERE false`)).toEqual([[''], 0]);
    });

    it('break off with what the taker or the database says, and leave the connection as it was', async () => {
      const database = await databases.shared();
      const many = sql`SELECT repeat('x', 1000) FROM generate_series(1, 5000)`;
      const gone = new Error('The reader has gone.');
      await expect(linesOf(database, many, () => Promise.reject(gone))).rejects.toBe(gone);
      // Rows and their end come in one piece.
      await expect(linesOf(database, sql`SELECT 'one'`, () => Promise.reject(gone))).rejects.toBe(gone);
      const broken = sql`SELECT (1 / (n - 3))::text FROM generate_series(1, 5) AS n`;
      await expect(linesOf(database, broken)).rejects.toSatisfy((error: Error) =>
        /division by zero/.test(`${error.message} ${String(error.cause)}`),
      );
      for (let round = 0; round < 12; round += 1) {
        expect(await linesOf(database, sql`SELECT 'still here'`)).toEqual([['still here', ''], 1]);
      }
    });
  });
});

describe('lines of a query on a server', () => {
  const databases = useDatabases('postgres');

  it('break off with a connection that the database ends', async () => {
    const database = await databases.shared();
    const ending = sql`SELECT CASE n WHEN 3000 THEN pg_terminate_backend(pg_backend_pid())::text ELSE repeat('x', 1000) END
      FROM generate_series(1, 5000) AS n`;
    await expect(linesOf(database, ending)).rejects.toThrow();
    expect(await linesOf(database, sql`SELECT 'still here'`)).toEqual([['still here', ''], 1]);
  });
});

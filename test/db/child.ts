// Run by the tests as a process of its own: opens the embedded database in the directory given, then does what
// it is told, one line out per thing done.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../src/db/open-database.ts';
import { DatabaseProblem } from '../../src/db/problem.ts';

const [task, directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('No directory.');

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  const random = { bytes: (length: number) => randomBytes(length) };
  const timeouts = task === 'race' ? { directory: 800 } : {};
  const database = await openDatabase({ host: { random }, embedded: { directory }, timeouts });
  say('open');
  if (task === 'serve') database.announce({ url: 'http://127.0.0.1:4000', token: 'for this run' });
  if (task === 'serve') say('announced');
  if (task === 'read') {
    const { rows } = await database.withControlPlane('read', (tx) => tx.execute(sql`SELECT id FROM projects`));
    say(`projects ${JSON.stringify(rows.map(({ id }) => id))}`);
  }
  // Acknowledged rows are counted by the test: a line is written after the commit, never before.
  for (let row = 1; task === 'write'; row += 1) {
    await database.withControlPlane('write', (tx) =>
      tx.execute(sql`INSERT INTO projects (id, key, created_at) VALUES (${`prj_${row}`}, ${`p${row}`}, now())`),
    );
    say(`committed ${row}`);
  }
  if (task !== 'read') await sleep(task === 'brief' ? 500 : 600_000);
  await database.close();
} catch (error) {
  say(
    error instanceof DatabaseProblem
      ? `refused ${JSON.stringify({ code: error.code, message: error.message, hint: error.hint })}`
      : String(error),
  );
  process.exitCode = 1;
}

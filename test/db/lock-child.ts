// Run by the tests as a process of its own: takes the lock of the directory given, and holds it as it is told, one line
// out per thing done. Nothing of a database is loaded, which takes a process ten times as long.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DirectoryLock } from '../../src/db/embedded/lock.ts';
import { DatabaseProblem } from '../../src/db/problem.ts';

const [task, directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('No directory.');

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  const random = { bytes: (length: number) => randomBytes(length) };
  const lock = await DirectoryLock.acquire(directory, random, task === 'race' ? 800 : 0);
  say('open');
  if (task === 'serve') lock.announce({ url: 'http://127.0.0.1:4000', token: 'for this run' });
  if (task === 'serve') say('announced');
  await sleep(task === 'brief' ? 500 : 600_000);
  lock.release();
} catch (error) {
  say(
    error instanceof DatabaseProblem
      ? `refused ${JSON.stringify({ code: error.code, message: error.message, hint: error.hint })}`
      : String(error),
  );
  process.exitCode = 1;
}

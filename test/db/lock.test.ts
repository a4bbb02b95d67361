import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DirectoryLock, readHolder } from '../../src/db/embedded/lock.ts';
import { ownIdentity } from '../../src/db/embedded/process-identity.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { testRandom, useDatabases } from '../support/databases.ts';
import { longRun } from '../support/long-run.ts';
import { type Child, type Script, startChild, type Task } from './children.ts';

const starters = longRun ? 5 : 3;
/** What others do: whoever does not have the lock never comes to the database, which long runs open all the same. */
const others: Script = longRun ? 'child' : 'lock-child';

describe('the lock of an embedded directory', () => {
  const databases = useDatabases('embedded');
  const children: Child[] = [];
  afterEach(async () => {
    for (const child of children.splice(0)) await child.kill();
  });

  function start(task: Task, directory: string, script = others): Child {
    const child = startChild(task, directory, script);
    children.push(child);
    return child;
  }

  async function newDirectory(): Promise<string> {
    const address = await databases.address();
    if (!('embedded' in address)) throw new Error('Not embedded.');
    return address.embedded.directory;
  }

  function open(directory: string, patience = 0) {
    return openDatabase({ host: { random: testRandom }, embedded: { directory }, timeouts: { directory: patience } });
  }

  /** What an opening begins with, and is refused by. */
  function claim(directory: string) {
    return DirectoryLock.acquire(directory, testRandom, 0);
  }

  it('refuses a second process while a server runs, naming it and where it listens, without waiting', async () => {
    const directory = await newDirectory();
    const server = start('serve', directory);
    await server.line('announced');
    expect(readHolder(directory)).toEqual({
      pid: server.pid,
      server: { url: 'http://127.0.0.1:4000', token: 'for this run' },
    });
    const began = performance.now();
    await expect(open(directory, 60_000)).rejects.toMatchObject({
      code: 'db/directory-in-use',
      message: `The embedded database in ${directory} is in use by process ${server.pid}, a server at http://127.0.0.1:4000.`,
      hint: `Commands of this project reach that server by themselves: leave --server and DATABASE_URL out. To do without it, stop it first (kill ${server.pid}).`,
    });
    // Far below its patience, however busy the machine.
    expect(performance.now() - began).toBeLessThan(40_000);
  });

  it('refuses a second opening in the same process', async () => {
    const directory = await newDirectory();
    const first = await open(directory);
    await expect(open(directory)).rejects.toMatchObject({
      code: 'db/directory-in-use',
      message: expect.stringContaining('this process'),
    });
    await first.close();
    const second = await open(directory);
    await second.close();
    expect(readHolder(directory)).toBeNull();
  });

  it('waits for a command without a server, and opens when it has finished', async () => {
    const directory = await newDirectory();
    const command = start('brief', directory);
    await command.line('open');
    const database = await open(directory, 20_000);
    expect(readHolder(directory)).toEqual({ pid: process.pid });
    await database.close();
  });

  it('gives up on a command that does not finish, naming it', async () => {
    const directory = await newDirectory();
    const command = start('hold', directory);
    await command.line('open');
    await expect(open(directory, 200)).rejects.toMatchObject({ hint: expect.stringContaining(`kill ${command.pid}`) });
  });

  it('takes over after kill -9, at once', async () => {
    const directory = await newDirectory();
    const server = start('serve', directory, 'child');
    await server.line('announced');
    await server.kill();
    expect(readHolder(directory)).toBeNull();
    const database = await open(directory);
    await database.close();
  });

  it('is not deceived by another process that got the dead one’s number', async () => {
    const directory = await newDirectory();
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'lock.old'), JSON.stringify({ ...ownIdentity(), started: 'long ago' }));
    expect(readHolder(directory)).toBeNull();
    const lock = await claim(directory);
    expect(readdirSync(directory).filter((name) => name.startsWith('lock.'))).toHaveLength(1);
    lock.release();
  });

  it('believes a process of another container as long as it gives signs of life', async () => {
    const directory = await newDirectory();
    mkdirSync(directory, { recursive: true });
    const path = join(directory, 'lock.other');
    writeFileSync(path, JSON.stringify({ ...ownIdentity(), machine: 'another' }));
    await expect(claim(directory)).rejects.toMatchObject({ code: 'db/directory-in-use' });
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(path, longAgo, longAgo);
    (await claim(directory)).release();
  });

  it(`lets exactly one of ${starters} starters in, and one again when that one is killed`, async () => {
    const directory = await newDirectory();
    for (let round = 0; round < 2; round += 1) {
      const racing = Array.from({ length: starters }, () => start('race', directory));
      const outcomes = await Promise.all(
        racing.map((child) => Promise.race([child.line('open'), child.line('refused')])),
      );
      expect(outcomes.filter((line) => line === 'open')).toHaveLength(1);
      expect(outcomes.filter((line) => line.includes('db/directory-in-use'))).toHaveLength(starters - 1);
      await Promise.all(racing.map((child) => child.kill()));
    }
  });

  it('keeps all it writes from other users and from Git', async () => {
    const directory = await newDirectory();
    const database = await open(directory);
    database.announce({ url: 'http://127.0.0.1:1', token: 'secret' });
    expect(readFileSync(join(directory, '.gitignore'), 'utf8')).toBe('*\n');
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(directory)) {
      const { mode } = statSync(join(directory, name));
      if (name !== 'data') expect([name, mode & 0o777]).toEqual([name, 0o600]);
    }
    await database.close();
  });
});

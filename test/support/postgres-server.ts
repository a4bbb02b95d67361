import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.ts';

const run = promisify(execFile);

/** A private PostgreSQL: own directory below the temporary one, loopback only, own port, nothing kept. */
export interface PostgresServer {
  /** `postgres://dream@127.0.0.1:PORT/DATABASE`; the user is a superuser. */
  url(database: string): string;
  readonly pid: number;
  /** Ends it and starts it again at the same address: in order (`fast`), or as a crash would (`immediate`). */
  restart(mode: 'fast' | 'immediate'): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts one in about a second. It does not outlive this process, however that ends: a shell beside it waits
 * on a pipe from here and stops the server when the pipe closes.
 *
 * `settings` as in postgresql.conf. By default nothing is synced to disk, which survives a killed client and a
 * killed server, though not a power cut.
 */
export async function startPostgresServer(settings: { readonly [name: string]: string } = {}): Promise<PostgresServer> {
  const binaries = findBinaries();
  const account = unprivilegedAccount();
  const directory = mkdtempSync(join(tmpdir(), 'dream-postgres-'));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(directory, account.uid, account.gid);
  const data = join(directory, 'data');
  // An ICU collation, other than the embedded database's, so that an order left to the database shows in a test.
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US'];
  await run(join(binaries, 'initdb'), ['-D', data, '--username=dream', '--auth=trust', '--no-sync', ...locale], {
    ...account,
    cwd: directory,
  });

  const port = await freePort();
  const configuration = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    ...settings,
  };
  const options = Object.entries(configuration).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Which process it is by then is for pg_ctl to know: it may have been restarted.
  const script =
    'directory=$1; control=$2; shift 2; "$@" & echo $!; cat >/dev/null; "$control" stop -s -D "$directory/data" -m fast >/dev/null 2>&1; rm -rf "$directory"';
  const control = join(binaries, 'pg_ctl');
  const shell = spawn(
    'sh',
    ['-c', script, 'sh', directory, control, join(binaries, 'postgres'), '-D', data, ...options],
    {
      ...account,
      cwd: directory,
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const errors: string[] = [];
  shell.stderr.on('data', (text: Buffer) => errors.push(String(text)));
  const pid = await new Promise<number>((resolve) =>
    shell.stdout.once('data', (text: Buffer) => resolve(Number(text))),
  );
  const url = (database: string): string => `postgres://dream@127.0.0.1:${port}/${database}`;
  await untilReady(url('postgres'), shell, errors);
  return {
    url,
    pid,
    restart: async (mode) => {
      // Its output must not be ours, which would stay open for as long as it runs.
      const log = join(directory, 'restarted.log');
      await run(control, ['restart', '-s', '-w', '-t', '300', '-D', data, '-m', mode, '-l', log], {
        ...account,
        cwd: directory,
      });
    },
    stop: () =>
      new Promise((resolve) => {
        shell.once('exit', () => resolve());
        shell.stdin.end();
      }),
  };
}

/** The newest of those in Debian's place, else what the PATH has. */
function findBinaries(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    ...versions.map((version) => join(root, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  const found = places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')));
  if (found === undefined) {
    throw new Error(
      "The tests need PostgreSQL's server programs (initdb, postgres), 15 or newer: apt-get install postgresql",
    );
  }
  return found;
}

/** PostgreSQL refuses to run as root. */
function unprivilegedAccount(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const account = ['postgres', 'nobody'].find((name) => {
    try {
      execFileSync('id', ['-u', name], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
  if (account === undefined)
    throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.');
  const number = (option: string): number => Number(execFileSync('id', [option, account], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

async function untilReady(url: string, shell: ChildProcess, errors: readonly string[]): Promise<void> {
  const until = performance.now() + 120_000;
  while (performance.now() < until && shell.exitCode === null) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch {
      await sleep(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`PostgreSQL did not start:\n${errors.join('')}`);
}

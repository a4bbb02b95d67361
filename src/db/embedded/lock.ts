import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../host/contract.ts';
import { DatabaseProblem } from '../problem.ts';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';

export interface AnnouncedServer {
  readonly url: string;
  /** A bearer token good for this server's life; the lock is readable by its owner only. */
  readonly token: string;
}

export interface Holder {
  readonly pid: number;
  readonly server?: AnnouncedServer;
}

interface Claim extends ProcessIdentity {
  readonly server?: AnnouncedServer;
}

const PREFIX = 'lock.';
const HEARTBEAT = 5_000;
/** At least so long, lest rivals who all withdraw at once name each other as the holder. */
const RIVALRY = 300;
/** A claim from another container or machine is believed for so long after its last heartbeat. */
const BELIEVED = 30_000;

/**
 * The right to open a directory's database: PGlite itself lets two processes in, and rows that were
 * committed vanish.
 *
 * Each who wants it puts down a claim of its own, `lock.<unique>`, and only then looks around: it holds the
 * lock when no other living claim is there, and withdraws its own otherwise. Of two at the same instant
 * the later one always sees the earlier, so never two hold; they may both withdraw, and try again after a
 * while of their own choosing. A claim whose process is gone counts for nothing, so nothing is ever taken
 * from anybody, which is where lock files go wrong.
 */
export class DirectoryLock {
  readonly #path: string;
  readonly #identity: ProcessIdentity;
  readonly #heartbeat: NodeJS.Timeout;

  private constructor(path: string, identity: ProcessIdentity) {
    this.#path = path;
    this.#identity = identity;
    this.#heartbeat = setInterval(() => {
      const now = new Date();
      // The directory may have been deleted under a running process; it will hear of that from its database.
      try {
        utimesSync(path, now, now);
      } catch {
        clearInterval(this.#heartbeat);
      }
    }, HEARTBEAT).unref();
  }

  /**
   * Waits up to `patience` milliseconds for a holder without a server to finish, such as a command;
   * one with a server stays, so it is refused at once.
   */
  static async acquire(directory: string, random: Random, patience: number): Promise<DirectoryLock> {
    prepareDirectory(directory);
    const name = `${PREFIX}${Buffer.from(random.bytes(8)).toString('hex')}`;
    const identity = ownIdentity();
    const until = performance.now() + Math.max(patience, RIVALRY);
    for (;;) {
      let rival = livingClaim(directory, name);
      if (rival === undefined) {
        writeClaim(directory, name, identity);
        rival = livingClaim(directory, name);
        if (rival === undefined) {
          removeDeadClaims(directory);
          return new DirectoryLock(join(directory, name), identity);
        }
        rmSync(join(directory, name), { force: true });
      }
      if (rival.server !== undefined || performance.now() > until) throw inUse(directory, rival);
      const [byte = 0] = random.bytes(1);
      await sleep(10 + byte / 4);
    }
  }

  /** Tells other processes that ask for the directory where to go instead. */
  announce(server: AnnouncedServer): void {
    writeFileAtOnce(this.#path, { ...this.#identity, server });
  }

  release(): void {
    clearInterval(this.#heartbeat);
    rmSync(this.#path, { force: true });
  }
}

/** Who has the directory's database open now. */
export function readHolder(directory: string): Holder | null {
  const claim = livingClaim(directory, '');
  if (claim === undefined) return null;
  return claim.server === undefined ? { pid: claim.pid } : { pid: claim.pid, server: claim.server };
}

function prepareDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(join(directory, '.gitignore'), '*\n', { mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST' || code === 'ENOTDIR') {
      const what = code === 'EEXIST' ? `${directory} is a file` : `A part of the path ${directory} is a file`;
      throw new DatabaseProblem('db/directory-not-usable', `${what}; the embedded database needs a directory there.`, {
        hint: 'Move that file away, or run in another directory.',
        cause: error,
      });
    }
    throw new DatabaseProblem(
      'db/directory-not-usable',
      `The directory ${directory} cannot be written to: ${error instanceof Error ? error.message : String(error)}.`,
      {
        hint: 'Give this user the right to write there, or run in another directory.',
        cause: error,
      },
    );
  }
}

function claimNames(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => name.startsWith(PREFIX) && !name.endsWith('.new'));
  } catch {
    return [];
  }
}

function livingClaim(directory: string, except: string): Claim | undefined {
  for (const name of claimNames(directory)) {
    if (name === except) continue;
    const claim = readClaim(join(directory, name));
    if (claim !== undefined && isLiving(join(directory, name), claim)) return claim;
  }
  return undefined;
}

function isLiving(path: string, claim: Claim): boolean {
  const alive = isAlive(claim);
  if (alive !== undefined) return alive;
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
  // File times are the system clock's, so it is what they are compared with.
  return Date.now() - mtimeMs < BELIEVED;
}

function removeDeadClaims(directory: string): void {
  for (const name of claimNames(directory)) {
    const path = join(directory, name);
    const claim = readClaim(path);
    if (claim !== undefined && !isLiving(path, claim)) rmSync(path, { force: true });
  }
}

function writeClaim(directory: string, name: string, claim: Claim): void {
  writeFileAtOnce(join(directory, name), claim);
}

/** Under another name first, so that no reader ever sees half of it. */
function writeFileAtOnce(path: string, claim: Claim): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(claim)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Undefined for a file that is gone by now, or that this program did not write. */
function readClaim(path: string): Claim | undefined {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
  if (
    typeof value !== 'object' ||
    value === null ||
    !('pid' in value) ||
    !('started' in value) ||
    !('machine' in value)
  )
    return undefined;
  const { pid, started, machine } = value;
  if (typeof pid !== 'number' || typeof machine !== 'string' || (started !== null && typeof started !== 'string'))
    return undefined;
  const server = 'server' in value ? readServer(value.server) : undefined;
  return server === undefined ? { pid, started, machine } : { pid, started, machine, server };
}

function readServer(value: unknown): AnnouncedServer | undefined {
  if (typeof value !== 'object' || value === null || !('url' in value) || !('token' in value)) return undefined;
  const { url, token } = value;
  return typeof url === 'string' && typeof token === 'string' ? { url, token } : undefined;
}

function inUse(directory: string, holder: Claim): DatabaseProblem {
  const who = holder.pid === process.pid ? 'this process' : `process ${holder.pid}`;
  if (holder.server === undefined) {
    return new DatabaseProblem('db/directory-in-use', `The embedded database in ${directory} is in use by ${who}.`, {
      hint: `Wait until it has finished, or end it (kill ${holder.pid}). Only one process may have the directory open.`,
    });
  }
  return new DatabaseProblem(
    'db/directory-in-use',
    `The embedded database in ${directory} is in use by ${who}, a server at ${holder.server.url}.`,
    {
      hint: `Commands of this project reach that server by themselves: leave --server and DATABASE_URL out. To do without it, stop it first (kill ${holder.pid}).`,
    },
  );
}

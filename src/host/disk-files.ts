import { type Dirent, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { constants, type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DirectoryEntry, Files, FileWriter, Ids } from './contract.ts';
import { errnoOf, fileProblem } from './file-problem.ts';

/**
 * Files on the local disk. Reading is done with the synchronous calls: a command reads thousands of
 * small files, and a trip through the thread pool for each costs several times the read itself.
 * Nothing that serves requests may read files this way.
 */
export function createDiskFiles(ids: Ids): Files {
  return {
    list: async (directory) =>
      guard(directory, () =>
        readdirSync(directory, { withFileTypes: true }).map((entry) => ({ name: entry.name, type: entryType(entry) })),
      ),
    stat: async (path) =>
      guard(path, () => {
        const found = statSync(path, { bigint: true });
        const { ctimeNs, dev, ino, size } = found;
        const identity = `${dev}:${ino}`;
        return { size: Number(size), identity, state: `${identity}:${size}:${ctimeNs}`, type: entryType(found) };
      }),
    readText: async (path) =>
      guard(path, () => {
        // One call of Node's, where bytes take four and a decoder.
        const text = readFileSync(path, 'utf8');
        return text.includes('\0') || text.includes(replacement) ? null : text;
      }),
    readBytes: async (path) => guard(path, () => readFileSync(path)),
    read: readPieces,
    write: (path, text, options) =>
      replaced(path, ids, async (temporary) => {
        makeDirectory(dirname(path));
        const handle = await open(temporary, 'wx', options?.private === true ? 0o600 : 0o666);
        try {
          await handle.writeFile(text);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, path);
      }),
    writeMade: (path, text) =>
      replaced(path, ids, async (temporary) => {
        const write = (): void => {
          // With its encoding named it is one call of Node's, and no buffer is made.
          writeFileSync(temporary, text, { encoding: 'utf8', flag: 'wx' });
          renameSync(temporary, path);
        };
        try {
          write();
        } catch (error) {
          if (errnoOf(error) !== 'ENOENT') throw error;
          makeDirectory(dirname(path));
          write();
        }
      }),
    openToWrite,
    remove: async (path) => {
      try {
        await rm(path);
      } catch (error) {
        throw fileProblem(path, error);
      }
    },
  };
}

/** What is left of the temporary file goes when something goes wrong. */
async function replaced(path: string, ids: Ids, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${ids.next('tmp')}`;
  try {
    await write(temporary);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    // To move a file to `.` is to disturb what is busy: nobody learns from that what is wrong.
    throw fileProblem(path, error, (await isDirectory(path)) ? 'is-a-directory' : undefined);
  }
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** With those above it. Node's own way goes round for ever where a file system has no such directory and makes none. */
function makeDirectory(path: string): void {
  const problem = tryDirectory(path);
  if (problem === 'ENOENT' && dirname(path) !== path) {
    makeDirectory(dirname(path));
    makeUnlessThere(path);
  } else if (problem !== null) {
    mkdirSync(path);
  }
}

/** Null: it is there. */
function tryDirectory(path: string): string | null {
  try {
    makeUnlessThere(path);
    return null;
  } catch (error) {
    return errnoOf(error);
  }
}

function makeUnlessThere(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
}

/** Bytes. */
const pieceLength = 1024 * 1024;

async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    for (;;) {
      const piece = Buffer.allocUnsafe(pieceLength);
      const { bytesRead } = await handle.read(piece, 0, pieceLength);
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
    }
  } catch (error) {
    throw fileProblem(path, error);
  } finally {
    await handle?.close();
  }
}

async function openToWrite(path: string, keep: number): Promise<FileWriter> {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw fileProblem(path, error);
    }
  };
  const handle = await guarded(async () => {
    makeDirectory(dirname(path));
    const opened = await open(path, constants.O_RDWR | constants.O_CREAT, 0o666);
    await opened.truncate(keep);
    return opened;
  });
  let at = keep;
  return {
    write: (bytes) =>
      guarded(async () => {
        for (let done = 0; done < bytes.length; ) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at);
          done += bytesWritten;
          at += bytesWritten;
        }
      }),
    close: () =>
      guarded(async () => {
        await handle.sync();
        await handle.close();
      }),
  };
}

/** What Node puts in place of what is no UTF-8. */
const replacement = '\ufffd';

function guard<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw fileProblem(path, error);
  }
}

function entryType(entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): DirectoryEntry['type'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'symlink' : 'other';
}

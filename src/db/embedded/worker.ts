// The embedded database's thread, an entry of its own in the bundle. PGlite runs PostgreSQL on the thread it
// is called from: on the main one it would stop every timer and request for as long as a query runs.
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { removePidFile } from './data-directory.ts';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './messages.ts';
import { unpackDirectory } from './snapshot.ts';

if (parentPort === null) throw new Error('This module runs in a worker thread only.');
const port = parentPort;
const nothing = new Uint8Array(0);

function reply(message: WorkerReply): void {
  port.postMessage(message);
}

/** A data directory appears whole or not at all: it is made under another name first. */
async function createDataDirectory(settings: WorkerSettings): Promise<void> {
  const unfinished = `${settings.dataDirectory}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  if (settings.snapshotFile === undefined) {
    const database = await PGlite.create({ dataDir: unfinished });
    await database.close();
  } else {
    unpackDirectory(readFileSync(settings.snapshotFile), unfinished);
  }
  renameSync(unfinished, settings.dataDirectory);
}

/**
 * PostgreSQL clears all its buffers as it starts: 128 MB, for a tenth of what a command costs and a third of its memory.
 * What no longer fits is in the system's own cache of the files.
 */
const startParameters = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

async function start(settings: WorkerSettings): Promise<PGlite> {
  if (existsSync(settings.dataDirectory)) removePidFile(settings.dataDirectory);
  else await createDataDirectory(settings);
  return PGlite.create({ dataDir: settings.dataDirectory, startParams: startParameters });
}

async function answer(database: PGlite, request: WorkerRequest): Promise<WorkerReply> {
  switch (request.type) {
    case 'protocol':
      return { type: 'done', bytes: await database.execProtocolRaw(request.bytes) };
    case 'ping':
      return { type: 'done', bytes: nothing };
    case 'close':
      await database.close();
      return { type: 'done', bytes: nothing };
  }
}

function failure(error: unknown): WorkerReply {
  return { type: 'failed', message: describe(error) };
}

/** The file system inside PGlite throws objects that are no errors: a name, a number, at times a message. */
function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const text = (field: string): string => {
    const value: unknown = Reflect.get(error, field);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return text('message') || `${text('name') || 'unknown reason'} ${text('errno')}`.trimEnd();
}

try {
  const settings: WorkerSettings = workerData;
  const database = await start(settings);
  // One after the other: replies carry no number, they are known by their order.
  let last = Promise.resolve();
  port.on('message', (request: WorkerRequest) => {
    last = last.then(async () => {
      reply(await answer(database, request).catch(failure));
    });
  });
  reply({ type: 'done', bytes: nothing });
} catch (error) {
  reply(failure(error));
}

import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { isPlatformError } from '../../engine/platform-error/index.ts';
import type { ByteStream } from '../operation-result.ts';
import type { ServerContext } from '../server-context.ts';
import { inPieces } from './in-pieces.ts';
import { watchCaller, type WatchedCaller } from './watch-caller.ts';

/** Bytes that wait for a reader who is slower than the database. */
const waiting = 256 * 1024;
/** Bytes after which it is time to look whether much has gathered that nobody needs any more. */
const untidiest = 1024 * 1024;

/**
 * Answers by bytes as they are made. What cannot be finished, since something went wrong, nobody takes it, the caller may
 * not read it any more or the server stops, is broken off, so that nobody takes a part for the whole.
 */
export function sendBytes(
  context: ServerContext,
  reply: FastifyReply,
  { contentType, headers = {}, write }: Omit<ByteStream, 'check'>,
  caller: WatchedCaller,
): FastifyReply {
  const gone = new AbortController();
  context.streams.add(reply, gone.signal);
  const { background } = context;
  const { stopping } = background;
  const bytes = new PassThrough({ highWaterMark: waiting });
  const breakOff = (problem?: Error): void => {
    gone.abort();
    bytes.destroy(problem);
  };
  const stop = (): void => breakOff(new Error('The server stops.'));
  const stopWatching = watchCaller(context, caller, () => breakOff(new Error('The caller may not read it any more.')));
  if (stopping.aborted) stop();
  stopping.addEventListener('abort', stop, { once: true });
  bytes.once('close', () => {
    stopping.removeEventListener('abort', stop);
    stopWatching();
    gone.abort();
  });
  let untidy = 0;
  let isBegun = false;
  const send = async (chunk: Uint8Array | string): Promise<void> => {
    gone.signal.throwIfAborted();
    isBegun = true;
    untidy += chunk.length;
    if (untidy >= untidiest) {
      context.host.memory.tidy();
      untidy = 0;
    }
    for (const piece of inPieces(chunk)) {
      if (!bytes.write(piece)) await drained(bytes, gone.signal);
    }
  };
  write(send, gone.signal).then(
    () => bytes.end(),
    (problem: unknown) => {
      // What is refused before the first byte is answered as such, by what is no file and no problem of the server's.
      if (!isBegun) for (const name of Object.keys(headers)) reply.removeHeader(name);
      if (!gone.signal.aborted && (isBegun || !isRefusal(problem))) background.report(problem);
      breakOff(problem instanceof Error ? problem : new Error('The answer could not be finished.'));
    },
  );
  return reply
    .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no', ...headers })
    .type(contentType)
    .send(bytes);
}

function isRefusal(problem: unknown): boolean {
  return isPlatformError(problem) && problem.type !== 'server';
}

/** Rejects when nobody will read any more. */
async function drained(bytes: PassThrough, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      bytes.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    bytes.once('drain', done);
    signal.addEventListener('abort', done, { once: true });
  });
  signal.throwIfAborted();
}

import { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { EventStream } from '../operation-result.ts';
import type { ServerContext } from '../server-context.ts';
import { streamTexts } from './stream-texts.ts';
import { watchCaller, type WatchedCaller } from './watch-caller.ts';

/** Milliseconds of silence after which a reader is told that there is nothing to tell. */
const heartbeat = 15_000;

/**
 * Answers by a stream, until its reader goes, takes nothing of it, may not read it any more, or the server stops. The
 * reader comes back by itself, to this server or to another.
 */
export function sendStream(
  context: ServerContext,
  reply: FastifyReply,
  stream: EventStream,
  caller: WatchedCaller,
): FastifyReply {
  const gone = new AbortController();
  const end = (): void => gone.abort();
  context.streams.add(reply, gone.signal);
  const { stopping } = context.background;
  if (stopping.aborted) end();
  stopping.addEventListener('abort', end, { once: true });
  reply.raw.once('close', end);
  const stopWatching = watchCaller(context, caller, end);
  gone.signal.addEventListener(
    'abort',
    () => {
      stopping.removeEventListener('abort', end);
      stopWatching();
    },
    { once: true },
  );
  const reader = { signal: gone.signal, once: !(reply.request.raw.socket instanceof Socket) };
  const texts = Readable.from(streamTexts(stream, reader, heartbeat), { objectMode: false });
  texts.once('close', end);
  return reply
    .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    .type('text/event-stream; charset=utf-8')
    .send(texts);
}

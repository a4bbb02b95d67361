import type { ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import Fastify from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { inPieces } from '../../src/server/streams/in-pieces.ts';
import { OpenStreams } from '../../src/server/streams/open-streams.ts';
import { TestClock } from '../support/test-server.ts';

interface Opened {
  readonly answer: ServerResponse;
  readonly reader: Socket;
  /** Lets that long go by, and looks. */
  readonly after: (milliseconds: number) => boolean;
}

/** An answer that was begun, for a reader who reads nothing by itself. */
async function opened(): Promise<Opened> {
  const clock = new TestClock('2026-11-20T09:00:00.000Z');
  const streams = new OpenStreams(clock);
  const app = Fastify();
  const begun = new Promise<ServerResponse>((resolve) => {
    app.get('/', (_request, reply) => {
      reply.hijack();
      streams.add(reply, new AbortController().signal);
      resolve(reply.raw);
    });
  });
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const reader = connect(Number(port), '127.0.0.1');
  onTestFinished(async () => {
    reader.destroy();
    await app.close();
  });
  reader.pause().write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const answer = await begun;
  const after = (milliseconds: number): boolean => {
    clock.advance(milliseconds);
    streams.look();
    return !answer.destroyed;
  };
  return { answer, reader, after };
}

/** More than sockets hold. */
const much = Buffer.alloc(32 * 1024 * 1024);

it('EC-05 breaks off what its reader takes nothing of for 30 seconds, also when all of it has been made', async () => {
  const { after, answer } = await opened();
  answer.end(much);
  expect([after(0), after(29_999), after(1)]).toEqual([true, true, false]);
  expect(answer.writableFinished).toBe(false);
});

it('EC-05 waits for a slow reader from the last time that something was taken', async () => {
  const { after, answer, reader } = await opened();
  const taken = new Promise<void>((resolve) => answer.write(much, () => resolve()));
  await new Promise((resolve) => setImmediate(resolve));
  answer.write(much);
  expect([after(0), after(20_000)]).toEqual([true, true]);
  let read = 0;
  reader.on('data', (bytes) => {
    read += bytes.length;
    if (read > much.length) reader.pause();
  });
  reader.resume();
  await taken;
  expect([after(0), after(29_999), after(1)]).toEqual([true, true, false]);
});

it('SD-05 waits for ever where there is nothing to take', async () => {
  const { after, answer } = await opened();
  await new Promise((resolve) => answer.write('a little', resolve));
  expect([after(0), after(3_600_000), after(3_600_000)]).toEqual([true, true, true]);
});

it('sends what is large in pieces, of which can be seen whether they are taken', () => {
  const text = 'é'.repeat(100_000);
  const pieces = [...inPieces(text)];
  expect(pieces.map(({ length }) => length)).toEqual([65_536, 65_536, 65_536, 3_392]);
  expect(Buffer.concat(pieces as Buffer[]).toString()).toBe(text);
  expect([...inPieces('short'), ...inPieces('')]).toEqual(['short', '']);
});

import { createServer, type Server, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { httpTransport } from '../../../src/app/client/http-transport.ts';
import type { Transport } from '../../../src/app/client/transport.ts';
import { refusal } from '../../support/refusal.ts';

/** A server that does `onRequest` with each connection on which something arrives, and what it received. */
async function startServer(onRequest: (socket: Socket, server: Server) => void) {
  const received: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (chunk: Buffer) => {
      received.push(chunk.toString());
      onRequest(socket, server);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  let keys = 0;
  const transport: Transport = httpTransport({
    url: `http://127.0.0.1:${port}`,
    headers: {},
    description: 'test',
    idempotencyKey: () => `key-${(keys += 1)}`,
  });
  onTestFinished(() => transport.close());
  return { transport, received };
}

const half = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"revision":';

it.for([
  ['before its answer', ''],
  ['in the middle of its answer', half],
] as const)('a server that dies %s leaves a sentence that says where to look', async ([, text]) => {
  const { transport } = await startServer((socket, server) => {
    server.close();
    socket.write(text, () => socket.destroy());
  });
  const error = await refusal(transport.send({ method: 'POST', path: '/v1/revisions', body: {} }));
  expect(error).toMatchObject({
    code: 'client/unreachable',
    details: { hint: expect.stringContaining('dream history') },
  });
});

it('a lost answer is asked for again under the same key, so that nothing is done twice', async () => {
  let times = 0;
  const { transport, received } = await startServer((socket) => {
    times += 1;
    if (times === 1) socket.write(half, () => socket.destroy());
    else
      socket.end(
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}',
      );
  });
  expect(await transport.send({ method: 'POST', path: '/v1/revisions', body: {} })).toEqual({ status: 200, body: {} });
  const keys = received.map((text) => /idempotency-key: (.*)\r/u.exec(text)?.[1]);
  expect(keys).toEqual(['key-1', 'key-1']);
});

it('reading loses nothing, and a server that was never there did nothing', async () => {
  const { transport } = await startServer((socket, server) => {
    server.close();
    socket.destroy();
  });
  expect((await refusal(transport.send({ method: 'GET', path: '/v1/status' }))).details).toBeUndefined();
  expect((await refusal(transport.send({ method: 'POST', path: '/v1/revisions', body: {} }))).details).toBeUndefined();
});

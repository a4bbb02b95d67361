import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { useDatabases } from '../support/databases.ts';
import { probe, startServer } from '../support/test-server.ts';

const databases = useDatabases('embedded');

it('a stop waits neither for a caller who has gone nor for a connection that never asked', async () => {
  const {
    handle: _,
    handleTogether: __,
    transaction: ___,
    ...description
  } = probe(async () => ({ status: 200, body: {} }));
  const { admin, server } = await startServer(await databases.shared(), {
    stopDeadline: 3_600_000,
    operations: () => [
      {
        ...description,
        transaction: 'none',
        respond: async () => ({
          events: async function* ({ signal }) {
            yield { data: 'first' };
            await new Promise((resolve) => signal.addEventListener('abort', resolve));
          },
        }),
      },
    ],
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const gone = new AbortController();
  const headers = { ...admin(), 'content-type': 'application/json' };
  const stream = await fetch(`${url}/v1/probe`, { method: 'POST', headers, body: '{}', signal: gone.signal });
  await stream.body?.getReader().read();
  gone.abort();
  const inFlight = async () =>
    (await server.metrics.expose()).text.match(/^dream_http_requests_in_flight (\d+)$/mu)?.[1];
  await expect.poll(inFlight).toBe('0');
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  await server.close();
});

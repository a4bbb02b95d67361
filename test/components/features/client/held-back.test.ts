import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { TestFlagData } from '../../../../src/components/features/client/index.ts';
import { clientOf } from './support/client-of.ts';

it('FR-F007 behind what lets only the beginning of a stream through, flags are served all the same', async () => {
  const data = TestFlagData.create();
  data.flag('checkout');
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url?.endsWith('/stream') === true) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ version: 'one', ruleset: data.ruleset() }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const client = clientOf({
    apiKey: 'sk_test',
    baseUrl: `http://127.0.0.1:${port}`,
    reports: false,
    timing: { firstWord: 5 },
  });
  expect(await client.ready({ timeoutMs: 60_000 })).toBe(true);
  expect([client.status, client.variation('checkout', {}, false)]).toEqual(['VALID', true]);
  // Once, and the stream is still waited for.
  expect(asked.toSorted()).toEqual(['/v1/flag-ruleset', '/v1/flag-ruleset/stream']);
});

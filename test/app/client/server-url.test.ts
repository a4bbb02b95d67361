import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { openControlPlane } from '../../../src/app/open-control-plane.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { refusal } from '../../support/refusal.ts';

function open(server: string) {
  const target = { directory: '.', project: 'acme', environment: 'development', mode: 'test' } as const;
  return openControlPlane({ host: createHost(), ...target, server, apiKey: 'sk_test_x' });
}

it.for([[''], ['/'], ['/base'], ['/base/'], ['/a/b//']])(
  'asks below the path of a server at %j',
  async ([path = '']) => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end('{"data":[],"pagination":{}}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
    });
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const controlPlane = await open(`http://127.0.0.1:${port}${path}`);
    onTestFinished(() => controlPlane.close());
    await controlPlane.history({ page: 1, pageSize: 5 });
    expect(asked).toEqual([`${path.replace(/\/+$/u, '')}/v1/revisions?page=1&pageSize=5`]);
  },
);

it.for([
  ['nonsense', "'nonsense' is not the address of a server", 'https://dream.example.com'],
  ['', "'' is not the address of a server", 'https://dream.example.com'],
  ['localhost:4000', "'localhost:4000' is not the address of a server", 'Did you mean http://localhost:4000?'],
  ['dream.acme.com/x', 'is not the address of a server', 'Did you mean http://dream.acme.com/x?'],
  ['ftp://acme.com', 'is not the address of a server', 'https://dream.example.com'],
  ['http://', 'is not the address of a server', 'https://dream.example.com'],
  ['http://acme.com:99999', 'is not the address of a server', 'https://dream.example.com'],
  ['http://ada:canary@acme.com', 'leave user, password', 'DREAM_API_KEY'],
  ['ada:canary@acme.com', 'is not the address of a server', 'https://dream.example.com'],
  ['sk_live_canary', 'What was given is not', 'https://dream.example.com'],
  ['http://acme.com/?key=canary', 'leave user, password', 'DREAM_API_KEY'],
] as const)('refuses the address %j with a sentence', async ([server, message, hint]) => {
  const error = await refusal(open(server));
  expect(error).toMatchObject({ code: 'client/malformed-url', details: { hint: expect.stringContaining(hint) } });
  expect(error.message).toContain(message);
  expect(`${error.message} ${JSON.stringify(error.details)}`).not.toContain('canary');
  expect(error.retryAfter).toBeUndefined();
});

import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen } from '../../src/app/listen.ts';
import { serve } from '../../src/app/serve.ts';
import { createHost } from '../../src/host/create-host.ts';
import { projectFolder } from '../support/project-folder.ts';
import { newPostgresDatabase, useDatabases } from '../support/databases.ts';
import { refusal } from '../support/refusal.ts';

const loopback = '127.0.0.1';

async function busyPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** As the system refuses one who is not root, which the tests may well be. */
const refusing = { listen: () => Promise.reject(Object.assign(new Error('listen EACCES'), { code: 'EACCES' })) };

it('says which port this user may not listen on', async () => {
  expect(await refusal(listen(refusing, { host: '::1', port: 80 }))).toMatchObject({
    code: 'serve/port-not-permitted',
    message: 'This user may not listen on [::1]:80.',
  });
});

describe('serving where the system does not let it', () => {
  useDatabases('postgres');

  const start = async (hostname: string, port: number, directory = projectFolder({})) =>
    serve({
      host: createHost(),
      directory,
      hostname,
      port,
      logLevel: 'silent',
      databaseUrl: await newPostgresDatabase(),
    });

  it('names a port that another program listens on, and how to get a free one', async () => {
    const port = await busyPort();
    expect(await refusal(start(loopback, port))).toMatchObject({
      code: 'serve/port-in-use',
      message: `Another program listens on 127.0.0.1:${port}.`,
      details: { hint: 'Choose another port; --port 0 takes a free one.' },
    });
  });

  it.each([['192.0.2.1'], ['2001:db8::1']])('says that %s is not an address of this machine', async (hostname) => {
    expect(await refusal(start(hostname, 0))).toMatchObject({
      code: 'serve/address-not-here',
      message: `${hostname} is not an address of this machine.`,
      details: { hint: expect.stringContaining('0.0.0.0') },
    });
  });
});

it('leaves the embedded database free after it could not listen', async () => {
  const directory = projectFolder({});
  const start = (port: number) =>
    serve({ host: createHost(), directory, hostname: loopback, port, logLevel: 'silent' });
  expect(await refusal(start(await busyPort()))).toMatchObject({ code: 'serve/port-in-use' });
  const serving = await start(0);
  await serving.close();
});

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { openControlPlane } from '../../src/app/open-control-plane.ts';
import { serve } from '../../src/app/serve.ts';
import { DirectoryLock, readHolder } from '../../src/db/embedded/lock.ts';
import { createHost } from '../../src/host/create-host.ts';
import { projectFolder } from '../support/project-folder.ts';

const host = createHost();
const target = { project: 'acme', environment: 'development', mode: 'test' } as const;

it('a command that loses the directory to a starting server connects to it', async () => {
  // A server of another directory stands for the winner, so that the test decides when it announces itself.
  const elsewhere = projectFolder({});
  const serving = await serve({ host, directory: elsewhere, hostname: '127.0.0.1', port: 0, logLevel: 'silent' });
  onTestFinished(() => serving.close());
  const announced = readHolder(join(elsewhere, '.dream'))?.server;
  if (announced === undefined) throw new Error('the server has not announced itself');

  const directory = projectFolder({});
  const lock = await DirectoryLock.acquire(join(directory, '.dream'), host.random, 0);
  onTestFinished(() => lock.release());
  const opening = openControlPlane({ host, directory, ...target });
  await sleep(100);
  lock.announce(announced);
  const controlPlane = await opening;
  onTestFinished(() => controlPlane.close());
  expect(controlPlane.description).toBe(`the server at ${serving.url} (process ${process.pid})`);
  expect(await controlPlane.status()).toMatchObject({ environment: 'development', revision: 0 });
});

import { createServer } from 'node:http';
import { join } from 'node:path';
import { embeddedDirectoryName } from '../../src/app/embedded-directory.ts';
import { DirectoryLock } from '../../src/db/embedded/lock.ts';
import type { Changeset } from '../../src/engine/changeset/changeset.ts';
import { createHost } from '../../src/host/create-host.ts';

const noChanges: Changeset = {
  formatVersion: 1,
  project: 'acme',
  environment: 'development',
  summary: { create: 0, update: 0, delete: 0, rename: 0 },
  changes: [],
  guardrails: [],
  conflicts: [],
  fingerprint: '0'.repeat(64),
};

/** Stands in the project's directory for a server that has nothing to change, so that a plan can run in the build. */
export async function serveNoChanges(project: string): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json').end(JSON.stringify(noChanges));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const lock = await DirectoryLock.acquire(join(project, embeddedDirectoryName), createHost().random, 0);
  lock.announce({ url: `http://127.0.0.1:${port}`, token: 'local_build' });
  return async () => {
    lock.release();
    await new Promise((resolve) => server.close(resolve));
  };
}

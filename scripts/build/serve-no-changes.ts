import { createServer } from 'node:http';
import { join } from 'node:path';
import { embeddedDirectoryName } from '../../src/app/embedded-directory.ts';
import { DirectoryLock } from '../../src/db/embedded/lock.ts';
import { assembleChangeset } from '../../src/engine/changeset/assemble-changeset.ts';
import { createHost } from '../../src/host/create-host.ts';

const noChanges = assembleChangeset(
  {
    project: 'acme',
    environment: 'development',
    drafts: [],
    impacts: [],
    conflicts: [],
    settings: { before: null, after: null },
  },
  { kinds: new Map() },
);

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

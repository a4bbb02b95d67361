// Vitest runs this once, in the main process, beside global-setup.ts: tests that drive the program itself ask it for
// a build that is no older than the sources. Nothing is built for a run that does not ask.
import { execFile } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** GET it; it answers when dist/ is fresh. */
    readonly freshBuild: string;
  }
}

export async function setup(project: TestProject): Promise<() => void> {
  let built: Promise<void> | undefined;
  const http: Server = createServer((_request, response) => {
    built ??= buildWhenStale();
    built.then(
      () => response.end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('No loopback port.');
  project.provide('freshBuild', `http://127.0.0.1:${address.port}/`);
  return () => {
    http.closeAllConnections();
    http.close();
  };
}

async function buildWhenStale(): Promise<void> {
  if (changedAt('dist/main.js') > Math.max(...sources().map(changedAt))) return;
  await promisify(execFile)(process.execPath, ['scripts/build.ts']);
}

function sources(): readonly string[] {
  return globSync(['src/**/*.{ts,js,sql,json}', 'scripts/build.ts', 'scripts/build/*.ts', 'package.json']);
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

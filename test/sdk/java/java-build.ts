// Vitest runs this once, in the main process: what tests of the SDK for Java run is compiled for the first that asks,
// once for all workers. Nothing is compiled for a run that does not ask.
import { createServer, type Server } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type CompiledJava, compileJava } from './compile-java.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** GET it for a `CompiledJava`; what javac refuses comes with status 500. */
    readonly javaBuild: string;
  }
}

export async function setup(project: TestProject): Promise<() => void> {
  let built: Promise<CompiledJava> | undefined;
  const http: Server = createServer((_request, response) => {
    // A worker that waits for another program for seconds would find a kept connection closed.
    response.setHeader('connection', 'close');
    built ??= compileJava();
    built.then(
      (compiled) => response.end(JSON.stringify(compiled)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('No loopback port.');
  project.provide('javaBuild', `http://127.0.0.1:${address.port}/`);
  return () => {
    http.closeAllConnections();
    http.close();
  };
}

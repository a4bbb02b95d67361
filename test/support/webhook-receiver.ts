// Somebody who is called: a server on a port of 127.0.0.1 that does to each path what it was told. Usage:
//
//   const receiver = await startReceiver();
//   receiver.behave('/hook', 'down', 'down', 'good');     // for the first calls; the last holds for all that follow
//   …
//   receiver.calls('/hook')                               // what came, in order
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/**
 * `lying`: says 200 of what it then forgets. `late`: says 200 after the caller has gone. `hanging`: says nothing.
 * `dripping`: says 200 and never ends. `redirecting`: points inside. `busy`: 503, asks to wait for an hour.
 */
export type Behaviour =
  | 'good'
  | 'down'
  | 'lying'
  | 'slow'
  | 'late'
  | 'hanging'
  | 'dripping'
  | 'redirecting'
  | 'busy'
  | 'gone'
  | 'reset';

export interface ReceivedCall {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  behave(path: string, ...behaviours: Behaviour[]): void;
  calls(path?: string): readonly ReceivedCall[];
  /** Resolves when so many calls have come to the path. */
  called(path: string, count: number): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const plans = new Map<string, Behaviour[]>();
  const came: ReceivedCall[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const { headers, url: path = '' } = request;
    const chunks: Buffer[] = [];
    request.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const plan = plans.get(path) ?? [];
      const behaviour = (plan.length > 1 ? plan.shift() : plan[0]) ?? 'good';
      if (behaviour !== 'lying') came.push({ path, headers, body: Buffer.concat(chunks).toString() });
      for (const look of waiting) look();
      answer(response, behaviour);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  const calls = (path?: string) => came.filter((call) => path === undefined || call.path === path);
  return {
    url: `http://127.0.0.1:${port}`,
    behave: (path, ...behaviours) => plans.set(path, behaviours),
    calls,
    async called(path, count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = (): void => {
        if (calls(path).length >= count) resolve();
      };
      waiting.add(look);
      look();
      await promise;
      waiting.delete(look);
    },
  };
}

function answer(response: ServerResponse, behaviour: Behaviour): void {
  response.on('error', () => undefined);
  const later = (milliseconds: number): void => {
    setTimeout(() => response.end('better late'), milliseconds).unref();
  };
  switch (behaviour) {
    case 'good':
    case 'lying':
      response.end('thanks');
      return;
    case 'down':
      response.writeHead(500).end('out of order\u0000\u001b[31m');
      return;
    case 'slow':
      later(30);
      return;
    case 'late':
      later(1_500);
      return;
    case 'hanging':
      return;
    case 'dripping':
      response.writeHead(200).write('drip');
      return;
    case 'redirecting':
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
      return;
    case 'busy':
      response.writeHead(503, { 'retry-after': '3600' }).end();
      return;
    case 'gone':
      response.writeHead(410).end();
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
  }
}

// A proxy before a server that can be told to misbehave: over real sockets, as networks do. Usage:
//
//   const proxy = await faultyProxy(server.url);
//   proxy.next('/v1/flag-ruleset', { status: 503, headers: { 'retry-after': '1' } });   // once
//   proxy.always('/v1/flag-ruleset/stream', { status: 404 });                           // until `heal`
//   proxy.cut();                                                                        // every open connection
//
// `seen` holds every request, the oldest first.
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Fault =
  /** Answers by itself. */
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** Passes so many bytes of the answer on and cuts the connection, in the middle of whatever it is. */
  | { readonly cutAfter: number }
  /** Passes the answer on in pieces of so many bytes. */
  | { readonly piecesOf: number }
  /** Takes the request and says nothing. */
  | { readonly silent: true };

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Of the answer that was passed on; 0 while there is none. */
  status: number;
}

export interface FaultyProxy {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  next(path: string, fault: Fault): void;
  always(path: string, fault: Fault): void;
  heal(): void;
  cut(): void;
}

export async function faultyProxy(target: string): Promise<FaultyProxy> {
  const seen: SeenRequest[] = [];
  const once = new Map<string, Fault[]>();
  const standing = new Map<string, Fault>();
  const open = new Set<ServerResponse>();

  const server = createServer((incoming, outgoing) => {
    open.add(outgoing);
    outgoing.once('close', () => open.delete(outgoing));
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const { headers, method = 'GET', url: path = '/' } = incoming;
      const entry: SeenRequest = { method, path, headers, body: Buffer.concat(parts).toString(), status: 0 };
      seen.push(entry);
      const fault = once.get(path)?.shift() ?? standing.get(path);
      if (fault !== undefined && 'silent' in fault) return;
      if (fault !== undefined && 'status' in fault) {
        entry.status = fault.status;
        outgoing.writeHead(fault.status, fault.headers).end(fault.body);
        return;
      }
      forward(entry, outgoing, fault);
    });
  });

  function forward(entry: SeenRequest, outgoing: ServerResponse, fault: Fault | undefined): void {
    const { body, headers, method, path } = entry;
    const passing = request(target + path, { method, headers: { ...headers, host: new URL(target).host } });
    passing.on('response', (answer) => {
      entry.status = answer.statusCode ?? 0;
      outgoing.writeHead(entry.status, answer.headers);
      outgoing.flushHeaders();
      let passed = 0;
      answer.on('data', (part: Buffer) => {
        if (fault !== undefined && 'cutAfter' in fault && passed + part.length >= fault.cutAfter) {
          outgoing.write(part.subarray(0, fault.cutAfter - passed), () => outgoing.destroy());
          answer.destroy();
          return;
        }
        passed += part.length;
        const size = fault !== undefined && 'piecesOf' in fault ? fault.piecesOf : part.length;
        for (let from = 0; from < part.length; from += size) outgoing.write(part.subarray(from, from + size));
      });
      answer.on('end', () => outgoing.end());
      answer.on('error', () => outgoing.destroy());
      outgoing.once('close', () => answer.destroy());
    });
    passing.on('error', () => outgoing.destroy());
    passing.end(body);
  }

  const cut = (): void => {
    for (const outgoing of open) outgoing.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    cut();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    next: (path, fault) => void once.set(path, [...(once.get(path) ?? []), fault]),
    always: (path, fault) => void standing.set(path, fault),
    heal: () => {
      once.clear();
      standing.clear();
    },
    cut,
  };
}

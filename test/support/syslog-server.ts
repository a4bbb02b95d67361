// A syslog server over TCP, or over TLS, that reads messages by their octet counts (RFC 6587). Usage:
//
//   const server = await startSyslog();               // or startSyslog(certificate)
//   …
//   server.messages                                    // what came, in order
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createSecureServer } from 'node:tls';
import { onTestFinished } from 'vitest';

export interface SyslogServer {
  readonly port: number;
  readonly messages: readonly string[];
  /** Breaks off so many connections in the middle of what comes. */
  breakOff(connections: number): void;
}

export async function startSyslog(certificate?: {
  readonly key: string;
  readonly cert: string;
}): Promise<SyslogServer> {
  const messages: string[] = [];
  let broken = 0;
  const sockets = new Set<Socket>();
  const listener = (socket: Socket): void => {
    let rest = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (let read = readMessage(rest); read !== null; read = readMessage(rest)) {
        messages.push(read.message);
        rest = rest.subarray(read.length);
        if (broken > 0) {
          broken -= 1;
          socket.resetAndDestroy();
          return;
        }
      }
    });
  };
  const server = certificate === undefined ? createServer(listener) : createSecureServer({ ...certificate }, listener);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { port, messages, breakOff: (connections) => void (broken = connections) };
}

function readMessage(bytes: Buffer): { readonly message: string; readonly length: number } | null {
  const space = bytes.indexOf(0x20);
  if (space < 0) return null;
  const count = bytes.toString('latin1', 0, space);
  if (!/^[1-9][0-9]*$/.test(count)) throw new Error(`no octet count: ${count}`);
  const end = space + 1 + Number(count);
  return bytes.length < end ? null : { message: bytes.toString('utf8', space + 1, end), length: end };
}

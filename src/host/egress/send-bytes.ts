import { connect, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { EgressSending } from '../contract.ts';
import { EgressFailure } from './egress-failure.ts';

/** Milliseconds, besides twice as long as it took to connect, in which a receiver that wants no bytes says so. */
const grace = 20;

/**
 * Sends everything over a connection of its own to an address that has been looked at, and ends it. Resolves when the
 * receiver has ended it as well, without having broken it off: TCP alone would say only that this machine has taken the
 * bytes. It is ended a moment after the last byte: a receiver that accepts connections only to close them would
 * otherwise look like one that has read everything.
 */
export function sendBytes(address: string, sending: EgressSending, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = open(address, sending);
  let isSent = false;
  let isTaken = false;
  const abandon = (): void => void socket.destroy(new Error('abandoned'));
  signal.addEventListener('abort', abandon, { once: true });
  const began = performance.now();
  let ending: NodeJS.Timeout | undefined;
  const end = (): void => {
    isSent = true;
    socket.end();
  };
  socket.once(sending.tls === null ? 'connect' : 'secureConnect', () => {
    const wait = grace + 2 * (performance.now() - began);
    socket.write(sending.bytes, () => (ending = setTimeout(end, wait)));
  });
  // Nothing that a receiver of bytes says means anything.
  socket.on('end', () => (isTaken = isSent)).resume();
  socket.on('error', reject);
  socket.on('close', () => {
    clearTimeout(ending);
    signal.removeEventListener('abort', abandon);
    if (isTaken) resolve();
    else reject(new EgressFailure('unreachable', 'the receiver closed the connection before it had taken everything'));
  });
  if (signal.aborted) abandon();
  return promise;
}

function open(address: string, { host, port, tls }: EgressSending): Socket {
  if (tls === null) return connect({ host: address, port });
  const name = isIP(host) === 0 ? { servername: host } : {};
  const authorities = tls.ca === null ? {} : { ca: tls.ca };
  return connectSecurely({ host: address, port, minVersion: 'TLSv1.2', ...name, ...authorities });
}

import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const rangeFile = '/proc/sys/net/ipv4/ip_local_port_range';

/**
 * A port of 127.0.0.1 on which nobody listens, for a program that is told on which to. Not one of those that the system
 * gives to whoever connects to somewhere: among so many connections one could have taken it before the program does, or
 * while it is restarted.
 */
export async function freePort(): Promise<number> {
  const [firstOfSystem = 32_768] = readFileSync(rangeFile, 'utf8').trim().split(/\s+/u).map(Number);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(10_000, Math.max(firstOfSystem, 11_000));
    if (await isFree(port)) return port;
  }
  throw new Error('No port is free.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

// Loaded into the program before its own code (`node --import`) by the tests that kill it. Tells on file descriptor 3,
// at once and in order, what the program sends to its database, so that a test knows where a kill fell:
//
//   L  the transaction of an apply has begun and asks for the lock of its environment
//   W  its first write
//   C  a COMMIT is on its way
//
// Both databases speak PostgreSQL's wire protocol, one through a socket and one through a worker thread.
import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { isMainThread, Worker } from 'node:worker_threads';

const signs: readonly (readonly [letter: string, sign: RegExp])[] = [
  ['L', /from "environments".* for update/u],
  ['W', /(?:insert into|delete from) "resources"/u],
  ['C', /(?:^|\0|Q.{4})COMMIT\0/su],
];

function witness(bytes: unknown): void {
  const text =
    typeof bytes === 'string' ? bytes : bytes instanceof Uint8Array ? Buffer.from(bytes).toString('latin1') : '';
  for (const [letter, sign] of signs) if (sign.test(text)) writeSync(3, letter);
}

/** Calls `see` with the first argument of each call of a method, and then the method. */
function overhear(prototype: object, method: string, see: (self: unknown, argument: unknown) => void): void {
  const original: unknown = Reflect.get(prototype, method);
  if (typeof original !== 'function') throw new Error(`there is no ${method} to overhear`);
  Reflect.set(prototype, method, function overheard(this: unknown, ...args: readonly unknown[]): unknown {
    see(this, args[0]);
    return Reflect.apply(original, this, args);
  });
}

if (isMainThread) {
  overhear(Socket.prototype, 'write', (self, bytes) => {
    if (self instanceof Socket && self.remotePort !== undefined) witness(bytes);
  });
  overhear(Worker.prototype, 'postMessage', (_self, message) => {
    if (typeof message === 'object' && message !== null && 'bytes' in message) witness(message.bytes);
  });
}

import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createMemory } from '../../src/host/process-memory.ts';

const megabyte = 1024 * 1024;

/** In a function of its own: what is held by it is let go of by its return. */
function made(): WeakRef<object> {
  return new WeakRef({ of: 'no use any more' });
}

it('gives back what nobody holds, once much has gathered, and takes what is held for kept', async () => {
  const memory = createMemory();
  memory.tidy();
  const forgotten = made();
  const held: Buffer[] = [];
  // More than a quarter of all that this process holds, whatever ran in it before.
  const enough = Math.ceil(process.memoryUsage().heapUsed / megabyte) + 16;
  while (held.length < enough / 4) held.push(Buffer.alloc(4 * megabyte));
  // What was looked at is held until its turn is over.
  await turn();
  memory.tidy();
  await turn();
  expect(forgotten.deref()).toBeUndefined();
  expect(held.every((buffer) => buffer.length === 4 * megabyte)).toBe(true);
});

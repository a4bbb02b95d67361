import { setImmediate as turn } from 'node:timers/promises';
import { constants, PerformanceObserver } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { createMemory } from '../../src/host/process-memory.ts';

const megabyte = 1024 * 1024;
const majorCollection = constants.NODE_PERFORMANCE_GC_MAJOR;

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
  // Among the young first, and among all where that did not help.
  memory.tidy();
  memory.tidy();
  await turn();
  expect(forgotten.deref()).toBeUndefined();
  expect(held.every((buffer) => buffer.length === 4 * megabyte)).toBe(true);
});

it('looks through no more than the young where buffers come and go', async () => {
  const memory = createMemory();
  memory.tidy();
  const majors: unknown[] = [];
  const observer = new PerformanceObserver((list) => {
    majors.push(
      ...list.getEntries().filter((one) => Reflect.get(Object(Reflect.get(one, 'detail')), 'kind') === majorCollection),
    );
  });
  observer.observe({ entryTypes: ['gc'] });
  for (let round = 0; round < 500; round += 1) {
    // As they come from a socket: large, and of no use a moment later.
    for (let piece = 0; piece < 16; piece += 1) Buffer.alloc(64 * 1024);
    memory.tidy();
    await turn();
  }
  observer.disconnect();
  expect(majors.length).toBeLessThan(10);
});

import { expect, it } from 'vitest';
import { Gatherer } from '../../src/server/gather/gatherer.ts';

it('SD-09 what is held up holds up none that come after it', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const gatherer = new Gatherer<string, string>({
    work: async (items) => {
      if (items.includes('slow')) await held;
      return items.map((item) => item.toUpperCase());
    },
    most: 100,
    isEverybodys: () => false,
  });
  const slow = gatherer.add('group', 'slow');
  // Until it is at work.
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  expect(await Promise.all(['a', 'b', 'c'].map((item) => gatherer.add('group', item)))).toStrictEqual(['A', 'B', 'C']);
  expect(await gatherer.add('other', 'd')).toBe('D');
  release();
  expect(await slow).toBe('SLOW');
  expect(await gatherer.add('group', 'e')).toBe('E');
});

it('SD-09 the one to blame is found among many, and no more are taken on at once than allowed', async () => {
  const sizes: number[] = [];
  const gatherer = new Gatherer<number, number>({
    work: (items) => {
      sizes.push(items.length);
      return items.includes(7) ? Promise.reject(new Error('seven')) : Promise.resolve(items.map((item) => -item));
    },
    most: 8,
    isEverybodys: () => false,
  });
  const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
  const outcomes = await Promise.allSettled(numbers.map((number) => gatherer.add('group', number)));
  expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'))).toStrictEqual(
    numbers.map((number) => (number === 7 ? 'failed' : -number)),
  );
  expect(sizes).toStrictEqual([8, 4, 4, 2, 2, 1, 1, 8, 4]);
});

it('SD-09 fewer answers than questions are nobody’s answers', async () => {
  const gatherer = new Gatherer<number, number>({
    work: () => Promise.resolve([]),
    most: 8,
    isEverybodys: () => false,
  });
  await expect(gatherer.add('group', 1)).rejects.toThrow('1 asked, 0 answered');
});

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEvaluator, type Evaluator } from '../../../src/components/features/evaluation/index.ts';

function evaluatorOf(salts: readonly string[], upTo = 10_000): Evaluator {
  const flags = salts.map((salt) => [
    salt,
    {
      state: 'on',
      variations: { on: true, off: false },
      fallthrough: {
        rollout: {
          by: { kind: 'user', path: ['key'] },
          deal: { hash: 'murmur3', salt },
          parts: [
            { variation: 'on', upTo },
            { variation: 'off', upTo: 100_000 },
          ],
        },
      },
      clientSide: true,
    },
  ]);
  return createEvaluator({ format: 1, revision: 1, flags: Object.fromEntries(flags) });
}

/** How far counts are from what is expected: of 1 degree of freedom, 10.83 is passed by one in a thousand. */
function chiSquare(counts: readonly number[], expected: readonly number[]): number {
  return counts.reduce((sum, count, index) => {
    const wanted = expected[index] ?? Number.NaN;
    return sum + (count - wanted) ** 2 / wanted;
  }, 0);
}

/** Keys as products have them: in sequence, and of no order. */
const keyings = {
  numbered: (number: number) => `user_${number}`,
  scattered: (number: number) => (Math.imul(number, 0x9e3779b1) >>> 0).toString(36),
};

describe('FR-F003 a percentage rollout', () => {
  test.each(['numbered', 'scattered'] as const)(
    'that is a tenth takes 100 of 1,000 and 100,000 of 1,000,000 users, as chance would, by %s keys',
    (keying) => {
      const keyOf = keyings[keying];
      const evaluator = evaluatorOf(['checkout']);
      let taken = 0;
      for (let number = 0; number < 1_000_000; number += 1) {
        if (evaluator.variation('checkout', { user: { key: keyOf(number) } }, false)) taken += 1;
        if (number === 999) expect(chiSquare([taken, 1000 - taken], [100, 900])).toBeLessThan(10.83);
      }
      expect(chiSquare([taken, 1_000_000 - taken], [100_000, 900_000])).toBeLessThan(10.83);
    },
  );

  test('fills every bucket alike', () => {
    const shares = Array.from({ length: 100 }, (_, share) => (share + 1) * 1000);
    const flag = {
      state: 'on',
      variations: Object.fromEntries(shares.map((upTo) => [upTo, upTo])),
      fallthrough: {
        rollout: {
          by: { kind: 'user', path: ['key'] },
          deal: { hash: 'murmur3', salt: 'buckets' },
          parts: shares.map((upTo) => ({ variation: String(upTo), upTo })),
        },
      },
      clientSide: true,
    };
    const evaluator = createEvaluator({ format: 1, flags: { flag } });
    const counts = new Map<number, number>();
    for (let number = 0; number < 100_000; number += 1) {
      const share = evaluator.variation('flag', { user: { key: `u${number}` } }, 0);
      counts.set(share, (counts.get(share) ?? 0) + 1);
    }
    // Of 99 degrees of freedom, 148.2 is passed by one in a thousand.
    expect(
      chiSquare(
        shares.map((upTo) => counts.get(upTo) ?? 0),
        shares.map(() => 1000),
      ),
    ).toBeLessThan(148.2);
  });

  test('of one flag says nothing about that of another, however alike their names are', () => {
    const evaluator = evaluatorOf(['checkout-v2', 'checkout-v3'], 50_000);
    const counts = [0, 0, 0, 0];
    for (let number = 0; number < 100_000; number += 1) {
      const context = { user: { key: `user_${number}` } };
      const [one, other] = ['checkout-v2', 'checkout-v3'].map((flag) => evaluator.variation(flag, context, false));
      const place = (one === true ? 2 : 0) + (other === true ? 1 : 0);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    // Of 3 degrees of freedom, 16.27 is passed by one in a thousand.
    expect(chiSquare(counts, [25_000, 25_000, 25_000, 25_000])).toBeLessThan(16.27);
  });

  test('keeps everybody who was in when it grows', () => {
    const [small, large] = [evaluatorOf(['checkout'], 10_000), evaluatorOf(['checkout'], 25_000)];
    const lost = Array.from({ length: 10_000 }, (_, number) => ({ user: { key: `user_${number}` } })).filter(
      (context) => small.variation('checkout', context, false) && !large.variation('checkout', context, false),
    );
    expect(lost).toEqual([]);
  });

  test('gives the same user the same answer in another process', () => {
    const folder = join(import.meta.dirname, '../../../src/components/features/evaluation/index.ts');
    const flag = evaluatorOf(['checkout']).ruleset;
    const script = `
      import { createEvaluator } from ${JSON.stringify(folder)};
      const evaluator = createEvaluator(${JSON.stringify(flag)});
      const taken = Array.from({ length: 1000 }, (_, number) => evaluator.variation('checkout', { user: { key: 'zoë ' + number } }, false));
      process.stdout.write(JSON.stringify(taken));`;
    const there: unknown = JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
    );
    const evaluator = evaluatorOf(['checkout']);
    const here = Array.from({ length: 1000 }, (_, number) =>
      evaluator.variation('checkout', { user: { key: `zoë ${number}` } }, false),
    );
    expect(there).toEqual(here);
    expect(here.filter(Boolean).length).toBeGreaterThan(50);
  });
});

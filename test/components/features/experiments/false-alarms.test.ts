import { describe, expect, it } from 'vitest';
import {
  compareAtAnyTime,
  compareOnce,
} from '../../../../src/components/features/experiments/statistics/compare-means.ts';
import { RunningSample } from '../../../../src/components/features/experiments/running-sample.ts';
import { longRun } from '../../../support/long-run.ts';

const experiments = longRun ? 4000 : 120;
const looks = 20;

/** Mulberry32: numbers from 0 to 1, the same every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** What one unit did, whatever it was dealt. */
const metrics = {
  'one in five converts': (random: Random) => (random() < 0.2 ? 1 : 0),
  'one in a hundred converts': (random: Random) => (random() < 0.01 ? 1 : 0),
  'one in a thousand converts': (random: Random) => (random() < 0.001 ? 1 : 0),
  'three in a hundred pay, a few of them much': (random: Random) =>
    random() < 0.03 ? Math.exp(3 + 1.5 * normal(random)) : 0,
  'all pay, a few of them very much': (random: Random) => Math.exp(2 * normal(random)),
};

/** Shares of experiments without an effect that some look calls decided. */
function falselyDecided(of: (random: Random) => number, ofControl: number, unitsPerLook: number) {
  const random = generator(20_260_101);
  let [atAnyTime, once] = [0, 0];
  for (let experiment = 0; experiment < experiments; experiment += 1) {
    const [control, treated] = [new RunningSample(), new RunningSample()];
    const decided = { atAnyTime: false, once: false };
    for (let look = 0; look < looks; look += 1) {
      for (let unit = 0; unit < unitsPerLook; unit += 1) (random() < ofControl ? control : treated).add(of(random));
      const [a, b] = [control.sample(), treated.sample()];
      decided.atAnyTime ||= (compareAtAnyTime(a, b, 0.05)?.pValue ?? 1) < 0.05;
      decided.once ||= (compareOnce(a, b, 0.05)?.pValue ?? 1) < 0.05;
    }
    if (decided.atAnyTime) atAnyTime += 1;
    if (decided.once) once += 1;
  }
  return { atAnyTime: atAnyTime / experiments, once: once / experiments };
}

describe('an experiment without an effect, looked at 20 times', () => {
  const splits = [
    [0.5, 400],
    [0.9, 200],
    [0.99, 200],
  ] as const;
  it.each(Object.entries(metrics).flatMap(([name, of]) => splits.map((split) => [name, ...split, of] as const)))(
    'FR-F008 is called decided in at most one of twenty, where %s, %d of all are the control, and each look sees %d more',
    (_, ofControl, unitsPerLook, of) => {
      expect(falselyDecided(of, ofControl, unitsPerLook).atAnyTime).toBeLessThanOrEqual(0.05);
    },
  );

  it('FR-F008 fools what is not made for it: that is what the default is for', () => {
    expect(falselyDecided(metrics['one in five converts'], 0.5, 400).once).toBeGreaterThan(0.15);
  });
});

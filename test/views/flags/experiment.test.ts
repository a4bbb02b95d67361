import { describe, expect, it } from 'vitest';
import { formatExperiment } from '../../../src/views/flags/experiment.ts';
import type { ExperimentFacts, MeasuredFacts } from '../../../src/views/flags/experiment-facts.ts';
import { plainStyle } from '../../../src/views/style.ts';
import { figure, signed } from '../../../src/views/text/figure.ts';
import { widthOf } from '../../../src/views/text/width.ts';

const control: MeasuredFacts = {
  variation: 'classic',
  units: 9950,
  mean: 0.1,
  comparison: null,
  verdict: 'control',
  once: null,
};
const comparison = { difference: 0.0322, interval: { from: 0.0148, to: 0.0497 }, lift: 0.322, pValue: 0.00001 };
const single: MeasuredFacts = {
  variation: 'single',
  units: 4992,
  mean: 0.1322,
  comparison: { ...comparison, correctedPValue: 0.00003 },
  verdict: 'better',
  once: { welch: comparison, chiSquare: { pValue: 0.04321 } },
};
const wizard: MeasuredFacts = {
  ...single,
  variation: 'wizard',
  comparison: null,
  verdict: 'undecided',
  once: { welch: null, chiSquare: null },
};

const facts: ExperimentFacts = {
  flag: 'checkout',
  environment: 'production',
  now: '2026-11-21T10:00:00.000Z',
  start: '2026-11-01T00:00:00.000Z',
  end: null,
  control: 'classic',
  confidence: 0.95,
  keptUntil: null,
  cut: { exposures: null, observations: null },
  units: 14_942,
  quarantined: 0,
  variations: [
    { variation: 'classic', units: 9950, expectedShare: 0.6666 },
    { variation: 'single', units: 4992, expectedShare: 0.3333 },
  ],
  sampleRatio: { pValue: 0.9194, mismatch: false },
  metrics: [
    {
      key: 'orders',
      event: 'order.completed',
      measure: 'conversion',
      property: null,
      goal: 'increase',
      variations: [control, single, wizard],
    },
    {
      key: 'basket',
      event: 'order.completed',
      measure: 'mean',
      property: 'total',
      goal: 'increase',
      variations: [
        { ...control, mean: 1234.5 },
        { ...single, mean: 1299.4, verdict: 'worse' },
      ],
    },
  ],
};
const format = (more: Partial<ExperimentFacts> = {}, width = 80, once = false): string =>
  formatExperiment({ ...facts, ...more }, { style: plainStyle, width, once });

describe('an experiment', () => {
  it('FR-F008 is a table for the division and one for each metric', () => {
    expect(format({}, 90)).toBe(`checkout  production, running since 2026-11-01 00:00 UTC

VARIATION  UNITS  SHARE   EXPECTED
classic    9,950  66.6 %  66.7 %
single     4,992  33.4 %  33.3 %
Units are divided as the rollout says, as far as can be told (p 0.9194).

orders  conversion of order.completed, to increase
VARIATION  MEAN    DIFFERENCE  95 % INTERVAL   LIFT     P         VERDICT
classic    10 %    –           –               –        –         control
single     13.2 %  +3.22 pp    +1.48 to +4.97  +32.2 %  < 0.0001  better
wizard     13.2 %  –           –               –        –         undecided

basket  mean of total of order.completed, to increase
VARIATION  UNITS  MEAN   DIFFERENCE  95 % INTERVAL       LIFT     P         VERDICT
classic    9,950  1,235  –           –                   –        –         control
single     4,992  1,299  +0.0322     +0.0148 to +0.0497  +32.2 %  < 0.0001  worse

Intervals and p hold however often you look; p is corrected for all metrics and
variations, after Holm, and decides below 0.05. pp are percentage points.`);
  });

  it('FR-F008 has lines for each variation where a table is too wide, and with --once the tests of one look', () => {
    const text = format({}, 46, true);
    expect(text).toContain(`
single: better
  mean 13.2 %, difference +3.22 pp,
  95 % interval +1.48 to +4.97, lift +32.2 %,
  p < 0.0001
`);
    expect(text).toContain(`
At one look, settled beforehand:
  single: Welch p < 0.0001, +1.48 to +4.97 pp;
  chi-square p 0.0432
  wizard: nothing to judge by yet
`);
    expect(
      text
        .split('\n')
        .filter((line) => widthOf(line) > 46)
        .map((line) => line.slice(0, 8)),
    ).toEqual(['checkout', 'orders  ', 'basket  ']);
  });

  it('FR-F008 says when it runs, what is missing, and that its division is wrong', () => {
    expect(format({ start: '2027-01-01T00:00:00.000Z' })).toContain('production, starts 2027-01-01 00:00 UTC\n');
    expect(format({ end: '2026-12-01T00:00:00.000Z' })).toContain('UTC, ends 2026-12-01 00:00 UTC\n');
    const over = { end: '2026-11-20T00:00:00.000Z', keptUntil: '2027-02-18T00:00:00.000Z' };
    expect(format(over)).toContain('production, ended 2026-11-20 00:00 UTC\n');
    expect(format(over)).toContain('\nWhat was reported is kept until 2027-02-18 00:00 UTC.');
    expect(
      format({ ...over, now: '2027-03-01T00:00:00.000Z', units: 0, variations: [] }),
    ).toBe(`checkout  production, ended 2026-11-20 00:00 UTC

Nobody has taken part yet, as far as anybody has reported.
What was reported was forgotten on 2027-02-18 00:00 UTC.`);
    const moment = '2026-11-05T10:00:00.000Z';
    expect(format({ cut: { exposures: moment, observations: moment } }, 200)).toContain(
      '\n! The environment kept too much: units up to 2026-11-05 10:00 UTC and what units did up to 2026-11-05 10:00 UTC may be missing, so that sums and counts are too low.',
    );
    expect(format({ quarantined: 1 })).toContain('\n1 more unit had more than one variation, and counts for none.\n');
    expect(format({ control: null }, 120)).toContain(
      '\nNo variation is the control: name one in `experiment.control`.\n',
    );
    expect(format({ sampleRatio: { pValue: 1e-9, mismatch: true } }, 200)).toContain(
      '\n✗ Units are not divided as the rollout says (p < 0.0001): something is lost on the way. Trust no metric until it is found.\n',
    );
  });

  it('FR-F008 shows foreign names as they are, without what moves the cursor', () => {
    const nasty = '\u001b[2Jx\u202e';
    const [metric] = facts.metrics;
    const variations = [{ ...single, variation: nasty }];
    const named = metric === undefined ? [] : [{ ...metric, key: nasty, event: nasty, property: nasty, variations }];
    const shown = format(
      {
        flag: nasty,
        environment: nasty,
        variations: [{ variation: nasty, units: 1, expectedShare: null }],
        metrics: named,
      },
      80,
      true,
    );
    expect(shown).not.toMatch(/[\u001b\u202e]/u);
    expect(format({ flag: nasty, metrics: named }, 20)).not.toMatch(/[\u001b\u202e]/u);
  });
});

it.each([
  [0, '0', '0'],
  [-0.5, '−0.5', '−0.5'],
  [12.345, '12.3', '+12.3'],
  [999.96, '1,000', '+1,000'],
  [1_234_567.8, '1,234,568', '+1,234,568'],
  [-1234.4, '−1,234', '−1,234'],
  [0.000_123_456, '0.000123', '+0.000123'],
  [1e21, '1e+21', '+1e+21'],
])('figures of %d are %s, and with a sign %s', (value, plain, withSign) => {
  expect(figure(value)).toBe(plain);
  expect(signed(value)).toBe(withSign);
});

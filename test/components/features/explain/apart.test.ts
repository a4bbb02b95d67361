import { expect, test } from 'vitest';
import { flagEngine } from '../../../../src/components/features/flag-engine.ts';
import type { ExplainedRollout } from '../../../../src/components/flags-contract.ts';
import { rolloutLines } from '../../../../src/views/flags/serving.ts';
import { bodyFrom } from '../../../support/policy-findings.ts';
import { plainStyle } from '../../../../src/views/style.ts';

const flag = `
variations: { a: 1, off: 0 }
fallthrough: { rollout: { a: 50, off: 50 } }
experiment:
  metrics: [{ key: m, event: e }]
  control: off
  holdout: { group: h, percent: 20 }
  exclusive: { group: g, from: 30, to: 60 }
`;

const set = flagEngine.compile(
  { environment: 'test', resources: [{ kind: 'Flag', key: 'x', body: bodyFrom(flag) }] },
  new Date('2027-01-01'),
);

function explained(unit: string) {
  const context = { user: { key: unit } };
  const step = set.explain('x', context)?.steps.find((one) => one.step === 'fallthrough');
  if (step?.step !== 'fallthrough' || step.serves.rollout === undefined) throw new Error('no rollout');
  return { ...step.serves, rollout: step.serves.rollout, answer: set.evaluate('x', context) };
}

test('FR-F008 who is held out, or in another part, is told so and by which bucket, whatever they were dealt', () => {
  const seen = new Map<string, number>();
  for (let number = 0; number < 200; number += 1) {
    const { answer, rollout } = explained(`u${number}`);
    const { apart, bucket, instead, parts } = rollout;
    const dealt = parts.find(({ from, to }) => bucket !== null && bucket >= from && bucket < to)?.variation;
    const place = `${apart?.by ?? 'nothing'} dealt ${dealt}`;
    expect(instead).toBe(apart === null ? null : 'apart');
    seen.set(place, (seen.get(place) ?? 0) + 1);
    expect(answer.inExperiment === true).toBe(instead === null);
    expect(answer.variant).toBe(instead === null ? dealt : 'off');
    if (apart === null) continue;
    expect(apart.bucket >= apart.from && apart.bucket < apart.to).toBe(apart.by === 'holdout');
    expect([apart.from, apart.to]).toEqual(apart.by === 'holdout' ? [0, 20_000] : [30_000, 60_000]);
  }
  expect([...seen.keys()].toSorted()).toEqual([
    'exclusive dealt a',
    'exclusive dealt off',
    'holdout dealt a',
    'holdout dealt off',
    'nothing dealt a',
    'nothing dealt off',
  ]);
});

test('it is said in words', () => {
  const rollout: ExplainedRollout = {
    by: 'user.key',
    unit: 'u7',
    bucket: 12_345,
    parts: [{ variation: 'a', from: 0, to: 100_000 }],
    instead: 'apart',
    apart: { by: 'holdout', bucket: 1_234, from: 0, to: 20_000 },
  };
  const options = { style: plainStyle, width: 300 };
  const said = (more: Partial<ExplainedRollout>) =>
    rolloutLines({ variation: 'off', rollout: { ...rollout, ...more } }, options)
      .join('')
      .trim();
  expect(said({})).toContain(
    'but the experiment holds them out: by its `holdout` they fall into bucket 1,234, and it holds out 0 to 19,999',
  );
  expect(said({ apart: { by: 'exclusive', bucket: 70_000, from: 30_000, to: 60_000 } })).toContain(
    'but the experiment leaves them to others: by its `exclusive` they fall into bucket 70,000, and it takes 30,000 to 59,999',
  );
});

test('a pattern that ignores capitals says so', () => {
  const body = bodyFrom(
    "variations: { on: true, off: false }\nrules: [{ if: { user.c: { matches: '^x', ignoreCase: true } }, serve: on }]",
  );
  const step = flagEngine
    .compile({ environment: 'test', resources: [{ kind: 'Flag', key: 'p', body }] }, new Date('2027-01-01'))
    .explain('p', { user: { c: 'X' } })
    ?.steps.find((one) => one.step === 'rule');
  expect(step?.step === 'rule' && step.test).toMatchObject({ text: 'user.c matches /(?i)^x/', holds: true });
});

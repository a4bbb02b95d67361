// The evaluator of the SDK for Java answers as all others do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, onTestFinished, test } from 'vitest';
import {
  createEvaluator,
  type Evaluator,
  type StickyAssignments,
} from '../../../src/components/features/evaluation/index.ts';
import type { Json } from '../../../src/components/features/evaluation/json.ts';
import { type GoldenQuestion, type GoldenRuleset, lines } from '../../conformance/flags/golden-questions.ts';
import { Random } from '../../conformance/flags/random/random.ts';
import { randomContext } from '../../conformance/flags/random/random-context.ts';
import { moments, randomRuleset } from '../../conformance/flags/random/random-ruleset.ts';
import { longRun } from '../../support/long-run.ts';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { edgeRuleset } from './edge-questions.ts';
import { flagProgram } from './flag-programs.ts';
import { notTried } from '../../support/not-tried.ts';

async function asked(folder: string): Promise<unknown> {
  const { stdout } = await execa('java', [...(await flagProgram('GoldenQuestions')), folder]);
  return JSON.parse(stdout);
}

if (hasJdk()) {
  test('FR-F004 Java answers all golden questions', async () => {
    expect(await asked('test/conformance/flags/golden')).toEqual({ count: 10_000, wrong: 0, first: [] });
  });

  test('FR-F004 Java answers further random questions as TypeScript does', async () => {
    const { questions, rulesets } = furtherQuestions(Number(process.env['DREAM_SEED'] ?? 1), longRun ? 3_000 : 60);
    const folder = kept(rulesets, questions);
    expect(await asked(folder)).toEqual({ count: questions.length, wrong: 0, first: [] });
    expect(questions.length).toBeGreaterThan(500);
  });

  test('FR-F004 Java answers at edges that chance does not meet as TypeScript does', async () => {
    const { contexts, ruleset } = edgeRuleset();
    const evaluator = createEvaluator(ruleset, { now: () => 0 });
    const questions = contexts.flatMap((input, context) =>
      Object.keys(ruleset.flags).map((flag): GoldenQuestion => {
        const { errorMessage: _, ...detail } = evaluator.variationDetail<Json>(flag, input, null);
        return { of: 'edges', flag, context, now: 0, default: null, detail };
      }),
    );
    const folder = kept([{ name: 'edges', ruleset, contexts }], questions);
    expect(await asked(folder)).toEqual({ count: questions.length, wrong: 0, first: [] });
    const dealt = questions.filter(({ detail, flag }) => flag.startsWith('up to') && detail.variant === 'on');
    expect(dealt.length).toBeGreaterThan(0);
  });

  test('an answer that differs is told', async () => {
    const { questions, rulesets } = furtherQuestions(7, 1);
    const [first, ...rest] = questions.map((question) => ({ ...question, detail: { ...question.detail } }));
    if (first === undefined) throw new Error('there are no questions');
    const wrong = { ...first, detail: { ...first.detail, variant: 'another' } };
    expect(await asked(kept(rulesets, [wrong, ...rest]))).toMatchObject({ wrong: 1, first: [{ question: wrong }] });
  });
} else {
  notTried('the flags of the SDK for Java are not asked', jdkNeeds);
}

function kept(rulesets: readonly GoldenRuleset[], questions: readonly GoldenQuestion[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'rulesets.ndjson'), lines(rulesets));
  writeFileSync(join(folder, 'questions.ndjson'), lines(questions));
  return folder;
}

/** Rulesets that no golden question has; a third of them leave the plans of tenants to contexts. */
function furtherQuestions(from: number, count: number) {
  const rulesets: GoldenRuleset[] = [];
  const questions: GoldenQuestion[] = [];
  for (let place = 0; place < count; place += 1) {
    const random = new Random(1_000_000 * from + place);
    const made = randomRuleset(random);
    const ruleset = place % 3 === 0 ? { ...made, plans: 'in-context' as const } : made;
    const contexts = random.list(6, 6, () => randomContext(random));
    const name = `further ${place}`;
    rulesets.push({ name, ruleset, contexts });
    for (const [context, input] of contexts.entries()) {
      for (const flag of Object.keys(ruleset.flags)) {
        const now = random.pick(moments) + random.below(3) - 1;
        const isSticky = random.percent(30);
        const sticky = new Map<string, string>();
        const evaluator = createEvaluator(ruleset, {
          now: () => now,
          ...(isSticky ? { sticky: stickyIn(sticky) } : {}),
        });
        questions.push({
          of: name,
          flag,
          context,
          now,
          ...(isSticky ? { sticky: {} } : {}),
          ...answered(evaluator, flag, input, random),
          ...(isSticky ? { stuck: Object.fromEntries(sticky) } : {}),
        });
      }
    }
  }
  return { rulesets, questions };
}

function answered(evaluator: Evaluator, flag: string, context: unknown, random: Random) {
  const defaultValue = random.pick<Json>([true, 'x', 7, null]) ?? null;
  const { errorMessage: _, ...detail } = evaluator.variationDetail(flag, context, defaultValue);
  const { unit } = evaluator.evaluate(flag, context);
  return { default: defaultValue, detail, ...(unit === undefined ? {} : { unit }) };
}

function stickyIn(store: Map<string, string>): StickyAssignments {
  return {
    get: (flag, unit) => store.get(`${flag} ${unit}`),
    set: (flag, unit, variation) => void store.set(`${flag} ${unit}`, variation),
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createEvaluator, type Evaluator } from '../../../src/components/features/evaluation/index.ts';
import { type GoldenQuestion, type GoldenRuleset, goldenQuestions, lines } from './golden-questions.ts';

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, 'golden', name), 'utf8');
}

function parsed<T>(text: string): readonly T[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line): T => JSON.parse(line));
}

const texts = { rulesets: read('rulesets.ndjson'), questions: read('questions.ndjson') };
const rulesets = new Map(parsed<GoldenRuleset>(texts.rulesets).map((one) => [one.name, one]));
const questions = parsed<GoldenQuestion>(texts.questions);

describe('FR-F004 the golden questions', () => {
  test('are those that the interpreter answers today', () => {
    const made = goldenQuestions();
    expect(lines(made.rulesets) === texts.rulesets && lines(made.questions) === texts.questions).toBe(true);
  });

  test('get their answers from the evaluator', () => {
    const wrong = questions.filter((question) => !isAnswered(question));
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(questions).toHaveLength(10_000);
  });

  test('leave out no test, condition, hash, reason or error, and fit into four megabytes', () => {
    const all = texts.rulesets;
    const missing = [
      ...'in notIn contains startsWith endsWith matches number modulo date semver cidr includes includesAll size exists not'
        .split(' ')
        .map((is) => `"is":"${is}"`),
      ...'all any not segment share now attribute'.split(' ').map((op) => `"op":"${op}"`),
      ...'murmur3 launchdarkly unleash growthbook growthbook-v2 flagd'.split(' ').map((hash) => `"hash":"${hash}"`),
      ...'ignoreCase seed buckets sticky exposure exclusive holdout schedule overrides tenants control'
        .split(' ')
        .map((field) => `"${field}":`),
    ].filter((text) => !all.includes(text));
    expect(missing).toEqual([]);
    const seen = (field: 'reason' | 'errorCode'): readonly string[] =>
      [...new Set(questions.map(({ detail }) => detail[field] ?? ''))].toSorted();
    expect(seen('reason')).toEqual(
      ['DEFAULT', 'DISABLED', 'ERROR', 'SPLIT', 'STATIC', 'TARGETING_MATCH', 'plan_restriction'].toSorted(),
    );
    expect(seen('errorCode')).toEqual([
      '',
      'FLAG_NOT_FOUND',
      'INVALID_CONTEXT',
      'PARSE_ERROR',
      'TARGETING_KEY_MISSING',
      'TYPE_MISMATCH',
    ]);
    for (const field of ['ruleName', 'prerequisiteKey', 'inExperiment', 'requiredPlan'] as const) {
      expect(questions.filter(({ detail }) => detail[field] !== undefined).length).toBeGreaterThan(50);
    }
    expect(questions.filter(({ stuck, sticky }) => !isDeepStrictEqual(stuck, sticky)).length).toBeGreaterThan(50);
    expect(Buffer.byteLength(texts.rulesets + texts.questions)).toBeLessThan(4_000_000);
  });
});

/** Of each ruleset two evaluators, with a store and without; the time and the store are those of the question. */
class Asked {
  now = 0;
  kept = new Map<string, string>();
  readonly plain: Evaluator;
  readonly sticky: Evaluator;

  constructor(ruleset: unknown) {
    const now = (): number => this.now;
    this.plain = createEvaluator(ruleset, { now });
    this.sticky = createEvaluator(ruleset, {
      now,
      sticky: {
        get: (flag, unit) => this.kept.get(`${flag} ${unit}`),
        set: (flag, unit, variation) => void this.kept.set(`${flag} ${unit}`, variation),
      },
    });
  }
}

const asked = new Map([...rulesets.values()].map(({ name, ruleset }) => [name, new Asked(ruleset)]));

function isAnswered(question: GoldenQuestion): boolean {
  const one = asked.get(question.of);
  if (one === undefined) return false;
  one.now = question.now;
  one.kept = new Map(Object.entries(question.sticky ?? {}));
  const evaluator = question.sticky === undefined ? one.plain : one.sticky;
  const context = rulesets.get(question.of)?.contexts[question.context];
  const { unit } = evaluator.evaluate(question.flag, context);
  const { errorMessage, ...detail } = evaluator.variationDetail(question.flag, context, question.default);
  const isSame =
    isDeepStrictEqual(detail, question.detail) && (errorMessage === undefined) === (detail.errorCode === undefined);
  const isStuck = question.stuck === undefined || isDeepStrictEqual(Object.fromEntries(one.kept), question.stuck);
  return isSame && isStuck && unit === question.unit;
}

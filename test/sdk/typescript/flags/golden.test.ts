// The golden questions, asked of the package as others install it: of its evaluator, and of its client.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Evaluation from '../../../../sdks/typescript/src/flags/evaluation/index.ts';
import type * as Client from '../../../../sdks/typescript/src/flags/client/index.ts';
import type { GoldenQuestion, GoldenRuleset } from '../../../conformance/flags/golden-questions.ts';
import { InstalledPackage } from '../installed-package.ts';

const golden = join(import.meta.dirname, '../../../conformance/flags/golden');

function lines<T>(name: string): readonly T[] {
  const text = readFileSync(join(golden, `${name}.ndjson`), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line): T => JSON.parse(line));
}

const rulesets = new Map(lines<GoldenRuleset>('rulesets').map((one) => [one.name, one]));
const questions = lines<GoldenQuestion>('questions');

let installed: InstalledPackage;
let evaluation: typeof Evaluation;
let client: typeof Client;

beforeAll(async () => {
  installed = await InstalledPackage.pack();
  [evaluation, client] = await Promise.all([
    installed.load<typeof Evaluation>('dream-sdk/flags/evaluation'),
    installed.load<typeof Client>('dream-sdk/flags'),
  ]);
});
afterAll(() => installed.dispose());

/** Time and store are those of the question. */
class Circumstances {
  now = 0;
  kept = new Map<string, string>();
  readonly platform = { now: (): number => this.now };
  readonly sticky = {
    get: (flag: string, unit: string): string | undefined => this.kept.get(`${flag} ${unit}`),
    set: (flag: string, unit: string, variation: string): void => void this.kept.set(`${flag} ${unit}`, variation),
  };

  begin({ now, sticky = {} }: GoldenQuestion): void {
    this.now = now;
    this.kept = new Map(Object.entries(sticky));
  }

  isRight({ detail, stuck }: GoldenQuestion, { errorMessage, ...answer }: { readonly errorMessage?: string }): boolean {
    const isStuck = stuck === undefined || isDeepStrictEqual(Object.fromEntries(this.kept), stuck);
    return isStuck && isDeepStrictEqual(answer, detail) && (errorMessage === undefined) === !('errorCode' in answer);
  }
}

/** Made once for each ruleset, with a store and without. */
function onceFor<T>(make: (ruleset: GoldenRuleset, circumstances: Circumstances, isSticky: boolean) => T) {
  const made = new Map<string, readonly [T, Circumstances]>();
  return ({ of, sticky }: GoldenQuestion): readonly [T, Circumstances] => {
    const name = `${of} ${sticky !== undefined}`;
    const known = made.get(name);
    if (known !== undefined) return known;
    const ruleset = rulesets.get(of);
    if (ruleset === undefined) throw new Error(`there is no ruleset ${of}`);
    const circumstances = new Circumstances();
    const fresh = [make(ruleset, circumstances, sticky !== undefined), circumstances] as const;
    made.set(name, fresh);
    return fresh;
  };
}

test('FR-F004 the evaluator of the installed package answers every golden question', () => {
  const evaluatorFor = onceFor(({ ruleset }, { platform, sticky }, isSticky) =>
    evaluation.createEvaluator(ruleset, { ...platform, ...(isSticky ? { sticky } : {}) }),
  );
  const wrong = questions.filter((question) => {
    const [evaluator, circumstances] = evaluatorFor(question);
    const context = rulesets.get(question.of)?.contexts[question.context];
    circumstances.begin(question);
    const { unit } = evaluator.evaluate(question.flag, context);
    const detail = evaluator.variationDetail(question.flag, context, question.default);
    return unit !== question.unit || !circumstances.isRight(question, detail);
  });
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(questions).toHaveLength(10_000);
});

test('FR-F007 so does its client, from a ruleset that it is given, by key and by token alike', () => {
  const clientFor = onceFor(({ ruleset }, { platform, sticky }, isSticky) => {
    const bootstrap = JSON.stringify({ version: 'golden', ruleset });
    return new client.FlagClient({ mode: 'offline', bootstrap, platform, ...(isSticky ? { sticky } : {}) });
  });
  // A client also reads what is no context for an evaluator, and takes nothing that is no ruleset.
  const asked = questions.filter(
    ({ context, of }) => /^(r\d+|mistakes)$/.test(of) && isByKind(rulesets.get(of)?.contexts[context]),
  );
  const wrong = asked.filter((question) => {
    const [flags, circumstances] = clientFor(question);
    const context = rulesets.get(question.of)?.contexts[question.context];
    circumstances.begin(question);
    const detail = flags.variationDetail(question.flag, context, question.default);
    if (!circumstances.isRight(question, detail)) return true;
    circumstances.begin(question);
    const token: Client.FlagKey<unknown> = { key: question.flag, default: question.default };
    return !isDeepStrictEqual(flags.detail(token, context), detail);
  });
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(asked.length).toBeGreaterThan(5_000);
});

function isByKind(context: unknown): boolean {
  if (!isObject(context) || 'kind' in context || 'targetingKey' in context) return false;
  return Object.values(context).every(
    (attributes) => isObject(attributes) && ['string', 'undefined'].includes(typeof attributes['key']),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

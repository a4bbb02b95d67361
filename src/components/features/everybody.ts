import type { Everybody } from '../flags-contract.ts';
import { attributeText } from './evaluation/attribute-path.ts';
import type { FlagRules, Ruleset, Serving, Test, ValueTest } from './evaluation/ruleset.ts';

/**
 * What everybody gets of a flag, where its rules alone prove that there is only one answer, now and for as long as
 * they stay; null where there may be several, or where a change is scheduled.
 */
export function everybodyGets(ruleset: Ruleset, key: string, now: number): Everybody | null {
  return everybody(ruleset, key, now, new Set());
}

function everybody(ruleset: Ruleset, key: string, now: number, above: ReadonlySet<string>): Everybody | null {
  const written = Object.hasOwn(ruleset.flags, key) ? ruleset.flags[key] : undefined;
  if (written === undefined || above.has(key)) return null;
  const { schedule = [], ...flag } = written;
  if (schedule.some(({ at }) => at > now)) return null;
  const { at: _, ...changed } = schedule.at(-1) ?? { at: now };
  const prerequisite = (other: string): Everybody | null => everybody(ruleset, other, now, new Set([...above, key]));
  return only(answersOf({ ...flag, ...changed }, ruleset, prerequisite));
}

interface Answer {
  readonly variation: string | null;
  readonly dealtBy?: string;
}

function only(answers: readonly Answer[]): Everybody | null {
  const [first] = answers;
  if (first === undefined || answers.some(({ variation }) => variation !== first.variation)) return null;
  const dealtBy = new Set(answers.flatMap(({ dealtBy: by }) => (by === undefined ? [] : [by])));
  return { variation: first.variation, dealtBy: [...dealtBy].toSorted() };
}

/** Every answer that somebody may get; one too many rather than one too few. */
function answersOf(
  flag: Omit<FlagRules, 'schedule'>,
  ruleset: Ruleset,
  prerequisite: (key: string) => Everybody | null,
): readonly Answer[] {
  const off: Answer = { variation: flag.offVariation ?? null };
  if (flag.state !== 'on') return [off];
  const answers: Answer[] = [];
  if (flag.entitlement !== undefined) {
    if (!mayBeGranted(flag.entitlement, ruleset)) return [off];
    answers.push(off);
  }
  for (const { flag: other, variations } of flag.prerequisites ?? []) {
    const served = prerequisite(other);
    if (served === null || served.dealtBy.length > 0) answers.push(off);
    else if (served.variation === null || !variations.includes(served.variation)) return [...answers, off];
  }
  for (const { keys, variation } of flag.targets ?? []) if (keys.length > 0) answers.push({ variation });
  for (const rule of flag.rules ?? []) {
    if (rule.if !== undefined && neverHolds(rule.if)) continue;
    const served = servedBy(rule.serve, flag, off);
    answers.push(...served.answers);
    if (rule.if === undefined && !served.passesOn) return answers;
  }
  if (flag.fallthrough === undefined) return [...answers, off];
  const served = servedBy(flag.fallthrough, flag, off);
  return [...answers, ...served.answers, ...(served.passesOn ? [off] : [])];
}

/** By a plan, or by special agreement with a tenant, of which the files know nothing. */
function mayBeGranted(entitlement: string, { entitlements, tenants }: Ruleset): boolean {
  if (tenants === undefined || (entitlements[entitlement]?.plans.length ?? 0) > 0) return true;
  return Object.values(tenants).some(({ overrides }) => overrides?.[entitlement]?.granted === true);
}

function servedBy(
  serving: Serving,
  { experiment, variations }: Pick<FlagRules, 'experiment' | 'variations'>,
  off: Answer,
): { readonly answers: readonly Answer[]; readonly passesOn: boolean } {
  if (!('rollout' in serving)) return { answers: [serving], passesOn: false };
  const { by, exposure, parts, sticky } = serving.rollout;
  const dealtBy = attributeText(by.kind, by.path);
  const wide = parts.filter(({ upTo }, index) => upTo > (parts[index - 1]?.upTo ?? 0));
  const apart = [
    ...(experiment?.holdout === undefined ? [] : [off]),
    ...(experiment?.exclusive === undefined ? [] : [{ variation: experiment.control ?? off.variation }]),
  ];
  // Whoever was dealt something while the percentages were others has it still.
  const dealt = sticky === true ? Object.keys(variations) : wide.flatMap(({ variation }) => variation ?? []);
  return {
    answers: [...apart, ...dealt.map((variation) => ({ variation, dealtBy }))],
    passesOn: wide.some(({ variation }) => variation === null) || (exposure !== undefined && exposure.upTo < 100_000),
  };
}

/** Proved by the test alone. What cannot be proved may hold. */
function neverHolds(test: Test): boolean {
  switch (test.op) {
    case 'all':
      return test.of.some(neverHolds);
    case 'any':
      return test.of.every(neverHolds);
    case 'share':
      return test.upTo === 0;
    case 'attribute':
      return test.tests.some(neverPasses);
    default:
      return false;
  }
}

function neverPasses(test: ValueTest): boolean {
  return (test.is === 'in' || test.is === 'includes') && test.values.length === 0;
}

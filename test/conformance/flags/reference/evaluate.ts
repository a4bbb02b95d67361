import type { EvaluationDetail } from '../../../../src/components/features/evaluation/contract.ts';
import type { Json } from '../../../../src/components/features/evaluation/json.ts';
import type {
  AttributePath,
  FlagRules,
  Rollout,
  Ruleset,
  SegmentRules,
  Serving,
  TenantFacts,
  Test,
} from '../../../../src/components/features/evaluation/ruleset.ts';
import { firstPart, isBelow, partOf, unitOf } from './dealing.ts';
import { valueHolds, within } from './value-holds.ts';
import { isWellFormed } from './well-formed.ts';

export interface Question {
  readonly ruleset: Ruleset;
  readonly flag: string;
  readonly context: unknown;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** By flag and unit (`f user.key=ada`): the variation given before. Grows by what is given now. Absent: nothing is kept. */
  readonly sticky?: Map<string, string>;
}

/** The detail without its message, and without a value where the default of the code stands in. */
export type Answer = Omit<EvaluationDetail, 'value' | 'errorMessage'> & {
  readonly value?: Json;
  readonly unit?: string;
};

type Because = Omit<Answer, 'value' | 'variant'>;

/** Evaluates a flag in the order in which people would, with no thought of speed. */
export function evaluateByTheBook(question: Question): Answer {
  const { context, flag: key, ruleset } = question;
  const failed = (errorCode: NonNullable<Answer['errorCode']>): Answer => ({
    variant: null,
    reason: 'ERROR',
    errorCode,
  });
  const flag = Object.hasOwn(ruleset.flags, key) ? ruleset.flags[key] : undefined;
  if (!Object.hasOwn(ruleset.flags, key)) return failed('FLAG_NOT_FOUND');
  const isNoContext =
    context !== null && context !== undefined && (typeof context !== 'object' || Array.isArray(context));
  if (flag === undefined || !isWellFormed(ruleset, key)) return failed(isNoContext ? 'INVALID_CONTEXT' : 'PARSE_ERROR');
  return isNoContext ? failed('INVALID_CONTEXT') : new Evaluation(question, flag).answer();
}

class Evaluation {
  private readonly question: Question;
  private readonly flag: FlagRules;

  constructor(question: Question, flag: FlagRules) {
    this.question = question;
    this.flag = flag;
  }

  answer(): Answer {
    const { prerequisites = [], rules = [], targets = [] } = this.flag;
    const change = (this.flag.schedule ?? []).filter(({ at }) => at <= this.question.now).at(-1);
    if ((change?.state ?? this.flag.state) !== 'on') return this.off({ reason: 'DISABLED' });
    if (this.flag.entitlement !== undefined && !this.isEntitled(this.flag.entitlement)) {
      if (this.isPlanUnknown(this.flag.entitlement))
        return { variant: null, reason: 'ERROR', errorCode: 'INVALID_CONTEXT' };
      // No plan helps against an agreement.
      if (this.agreed(this.flag.entitlement) === false) return this.off({ reason: 'plan_restriction' });
      const requiredPlan = this.question.ruleset.entitlements[this.flag.entitlement]?.requiredPlan ?? null;
      return this.off({ reason: 'plan_restriction', requiredPlan });
    }
    for (const { flag, variations } of prerequisites) {
      const { variant } = evaluateByTheBook({ ...this.question, flag });
      if (variant === null || !variations.includes(variant))
        return this.off({ reason: 'DISABLED', prerequisiteKey: flag });
    }
    for (const { keys, kind, variation } of targets) {
      const key = this.keyOf(kind);
      if (key !== undefined && keys.includes(key)) return this.give(variation, { reason: 'TARGETING_MATCH' });
    }
    for (const [ruleIndex, rule] of rules.entries()) {
      if (rule.if !== undefined && !this.holds(rule.if)) continue;
      const because = { ruleIndex, ...(rule.name === undefined ? {} : { ruleName: rule.name }) };
      const given = this.serve(rule.serve, { reason: 'TARGETING_MATCH', ...because });
      if (given !== undefined) return given;
    }
    const asksNothing =
      targets.length + rules.length + prerequisites.length === 0 && this.flag.entitlement === undefined;
    const fallthrough = change?.fallthrough ?? this.flag.fallthrough;
    const reason = asksNothing ? 'STATIC' : 'DEFAULT';
    if (fallthrough === undefined) return this.off({ reason });
    return this.serve(fallthrough, { reason }) ?? this.off({ reason: 'DEFAULT' });
  }

  private give(variation: string, because: Because): Answer {
    return { value: this.flag.variations[variation] ?? null, variant: variation, ...because };
  }

  private off(because: Because): Answer {
    const { offVariation } = this.flag;
    return offVariation === undefined ? { variant: null, ...because } : this.give(offVariation, because);
  }

  private serve(serving: Serving, because: Because): Answer | undefined {
    if ('variation' in serving) return this.give(serving.variation, because);
    return this.deal(serving.rollout, { ...because, reason: 'SPLIT' });
  }

  private deal(rollout: Rollout, because: Because): Answer | undefined {
    const { by, deal, exposure, parts } = rollout;
    const unit = unitOf(deal, this.read(by));
    if (unit === undefined) {
      if (deal.hash === 'murmur3') {
        return { variant: null, ...because, reason: 'ERROR', errorCode: 'TARGETING_KEY_MISSING' };
      }
      if (deal.hash !== 'launchdarkly') return undefined;
      const variation = parts[firstPart(parts)]?.variation ?? null;
      return variation === null ? undefined : this.give(variation, because);
    }
    const { experiment } = this.flag;
    if (experiment?.holdout !== undefined && isBelow(experiment.holdout.deal, unit, experiment.holdout.upTo)) {
      return this.off(because);
    }
    if (experiment?.exclusive !== undefined) {
      const { deal: groups, from, to } = experiment.exclusive;
      const takesPart = !(from > 0 && isBelow(groups, unit, from)) && isBelow(groups, unit, to);
      if (!takesPart) {
        return experiment.control === undefined ? this.off(because) : this.give(experiment.control, because);
      }
    }
    const attribute = [by.kind, ...by.path.map(inQuotes)].join('.');
    const counts =
      experiment !== undefined &&
      this.question.now >= (experiment.start ?? this.question.now) &&
      (experiment.end === undefined || this.question.now < experiment.end);
    const dealt: Because = counts ? { ...because, inExperiment: true, unit: attribute } : because;
    const sticky = rollout.sticky === true ? this.question.sticky : undefined;
    const name = `${this.question.flag} ${attribute}=${unit}`;
    const before = sticky?.get(name);
    if (before !== undefined && Object.hasOwn(this.flag.variations, before)) return this.give(before, dealt);
    if (exposure !== undefined && !isBelow(exposure.deal, unit, exposure.upTo)) return undefined;
    const variation = parts[partOf(deal, unit, parts)]?.variation ?? null;
    if (variation === null) return undefined;
    sticky?.set(name, variation);
    return this.give(variation, dealt);
  }

  private isEntitled(entitlement: string): boolean {
    const { entitlements } = this.question.ruleset;
    const agreed = this.agreed(entitlement);
    if (agreed !== undefined) return agreed;
    const plan = this.read({ kind: 'tenant', path: ['plan'] }) ?? this.tenantFacts()?.plan;
    return typeof plan === 'string' && entitlements[entitlement]?.plans.includes(plan) === true;
  }

  private isPlanUnknown(entitlement: string): boolean {
    if (this.question.ruleset.plans !== 'in-context' || this.keyOf('tenant') === undefined) return false;
    const plan = this.read({ kind: 'tenant', path: ['plan'] }) ?? this.tenantFacts()?.plan;
    return plan === undefined && this.agreed(entitlement) === undefined;
  }

  private agreed(entitlement: string): boolean | undefined {
    const { overrides = {} } = this.tenantFacts() ?? {};
    const agreed = Object.hasOwn(overrides, entitlement) ? overrides[entitlement] : undefined;
    return agreed !== undefined && this.question.now < (agreed.until ?? Number.POSITIVE_INFINITY)
      ? agreed.granted
      : undefined;
  }

  private tenantFacts(): TenantFacts | undefined {
    const { tenants = {} } = this.question.ruleset;
    const tenant = this.keyOf('tenant');
    return tenant !== undefined && Object.hasOwn(tenants, tenant) ? tenants[tenant] : undefined;
  }

  private holds(test: Test): boolean {
    switch (test.op) {
      case 'all':
        return test.of.every((one) => this.holds(one));
      case 'any':
        return test.of.some((one) => this.holds(one));
      case 'not':
        return !this.holds(test.of);
      case 'now':
        return within(this.question.now, test);
      case 'segment':
        return test.keys.some((key) => this.belongs(this.question.ruleset.segments[key]));
      case 'share': {
        const unit = unitOf(test.deal, this.read(test.by));
        if (unit === undefined) return test.deal.hash === 'launchdarkly' && test.upTo > 0;
        return isBelow(test.deal, unit, test.upTo);
      }
      case 'attribute': {
        const value = this.read(test.of);
        return test.tests.every((one) => valueHolds(one, value));
      }
    }
  }

  private belongs(segment: SegmentRules | undefined): boolean {
    const isNamed = (names: SegmentRules['include']): boolean =>
      Object.entries(names ?? {}).some(([kind, keys]) => {
        const key = this.keyOf(kind);
        return key !== undefined && keys.includes(key);
      });
    if (segment === undefined || isNamed(segment.exclude)) return false;
    return isNamed(segment.include) || (segment.rules ?? []).some((rule) => this.holds(rule.if));
  }

  private keyOf(kind: string): string | undefined {
    const key = this.read({ kind, path: ['key'] });
    return unitOf({ hash: 'murmur3', salt: '' }, key);
  }

  private read({ kind, path }: AttributePath): unknown {
    let value: unknown = this.question.context;
    for (const name of [kind, ...path]) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
      value = (value as { readonly [name: string]: unknown })[name];
    }
    return value;
  }
}

/** A name with a dot, a space or `=` in it, or a quote in front. */
function inQuotes(name: string): string {
  const isPlain = name !== '' && !name.startsWith('"') && !/[.=\s]/u.test(name);
  return isPlain ? name : `"${name.split('\\').join('\\\\').split('"').join('\\"')}"`;
}

import type { Answers, Because } from './answers.ts';
import { attributeName } from './attribute.ts';
import type { CompiledExperiment } from './compile-experiment.ts';
import { bucketIn, cutAt, dealIn } from './deals/compile-deal.ts';
import type { CompiledDeal } from './deals/deal.ts';
import type { Found } from './found.ts';
import { attempt, objectIn, objectsIn, optional, own, refuse, textOrNull } from './read.ts';
import type { Scope } from './scope.ts';

/** What is found for a context; `undefined` where it is left to what comes next. */
export type Decide = (context: object) => Found | undefined;

/** Where a rollout stands: of which flag, and in which of its rules. */
export interface RolloutPlace {
  readonly answers: Answers;
  readonly scope: Scope;
  readonly experiment: CompiledExperiment | undefined;
  readonly rule: Pick<Because, 'ruleIndex' | 'ruleName'>;
}

export function compileRollout(source: object, place: RolloutPlace): Decide {
  const { answers, experiment, rule, scope } = place;
  const by = objectIn(source, 'by');
  const dealt = scope.attributes.dealt(by);
  const deal = dealIn(source);
  const parts = readParts(source);
  const cuts = deal.cuts(parts);
  const split = { reason: 'SPLIT', ...rule } as const;
  const plain = answersOf(parts, answers, split);
  const attribute = attributeName(by);
  const missing = answers.error('TARGETING_KEY_MISSING', `\`${attribute}\` is absent`, rule);
  const withoutUnit =
    deal.withoutUnit === 'error' ? missing : deal.withoutUnit === 'first' ? plain[partAt(cuts, 0)] : undefined;
  const isSticky = own(source, 'sticky') === true && scope.sticky !== undefined;
  const isExposed = compileExposure(optional(source, 'exposure', objectIn));
  const plainly: Decide = (context) => {
    const unit = deal.unit(dealt(context));
    return unit === undefined ? withoutUnit : plain[partAt(cuts, deal.position(unit))];
  };
  if (experiment === undefined && !isSticky && isExposed === undefined) return plainly;

  const inExperiment = { ...split, inExperiment: true, unit: attribute } as const;
  const counted = answersOf(parts, answers, inExperiment);
  const heldOut = answers.off(split);
  const control = experiment?.control === undefined ? heldOut : answers.of(experiment.control, split);
  const kept = new Map(
    isSticky
      ? [...answers.variations.keys()].map((name) => [
          name,
          { plain: answers.of(name, split), counted: answers.of(name, inExperiment) },
        ])
      : [],
  );
  return (context) => {
    const unit = deal.unit(dealt(context));
    if (unit === undefined) return withoutUnit;
    if (experiment?.isHeldOut(unit) === true) return heldOut;
    if (experiment?.takesPart(unit) === false) return control;
    const counts = experiment !== undefined && experiment.counts();
    const stickyUnit = isSticky ? `${attribute}=${unit}` : '';
    const before = isSticky ? kept.get(remembered(scope, answers.flag, stickyUnit) ?? '') : undefined;
    if (before !== undefined) return counts ? before.counted : before.plain;
    if (isExposed?.(unit) === false) return undefined;
    const found = (counts ? counted : plain)[partAt(cuts, deal.position(unit))];
    if (isSticky && typeof found?.variant === 'string') remember(scope, answers.flag, stickyUnit, found.variant);
    return found;
  };
}

interface Part {
  readonly variation: string | null;
  readonly upTo: number;
  readonly isGap: boolean;
}

function readParts(source: object): readonly Part[] {
  const parts = objectsIn(source, 'parts').map((part) => {
    const variation = textOrNull(part, 'variation');
    return { variation, upTo: bucketIn(part, 'upTo'), isGap: variation === null };
  });
  const isOrdered = parts.every(({ upTo }, index) => index === 0 || upTo >= (parts[index - 1]?.upTo ?? 0));
  if (!isOrdered || parts.at(-1)?.upTo !== 100_000) refuse('`parts` do not reach 100,000');
  return parts;
}

function answersOf(parts: readonly Part[], answers: Answers, because: Because): readonly (Found | undefined)[] {
  return parts.map(({ variation }) => (variation === null ? undefined : answers.of(variation, because)));
}

/** The last part takes whatever the others leave. */
function partAt(cuts: readonly number[], position: number): number {
  const last = cuts.length - 1;
  for (let part = 0; part < last; part += 1) if (position < (cuts[part] ?? 0)) return part;
  return last;
}

function compileExposure(source: object | undefined): ((unit: string) => boolean) | undefined {
  if (source === undefined) return undefined;
  const deal: CompiledDeal = dealIn(source);
  const cut = cutAt(deal, bucketIn(source, 'upTo'));
  return (unit) => deal.position(unit) < cut;
}

/** A store that fails has forgotten; an evaluation never fails because of it. */
function remembered(scope: Scope, flag: string, unit: string): string | undefined {
  return attempt(() => scope.sticky?.get(flag, unit), undefined);
}

function remember(scope: Scope, flag: string, unit: string, variation: string): void {
  // What is forgotten is dealt alike next time, as long as the percentages stay.
  attempt(() => scope.sticky?.set(flag, unit, variation), undefined);
}

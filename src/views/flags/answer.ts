import type { Json } from '../../engine/json.ts';
import type { TextOptions } from '../text-options.ts';
import { listed } from '../text/count.ts';
import { valueText } from '../text/value.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';

export interface AnswerFacts {
  readonly key: string;
  readonly value: Json;
  readonly variant: string | null;
  readonly reason: string;
  readonly ruleIndex?: number;
  readonly ruleName?: string;
  readonly prerequisiteKey?: string;
  readonly inExperiment?: true;
  readonly requiredPlan?: string | null;
  readonly errorCode?: string;
  readonly errorMessage?: string;
}

const longestValue = 400;

/** What somebody gets, and why, in a sentence. */
export function formatAnswer(answer: AnswerFacts, { style, width }: TextOptions): string {
  const { key, reason, value, variant } = answer;
  const from = variant === null ? 'the default given in code' : `variation ${visible(variant)}`;
  return [
    `${style.strong(visible(key))} = ${style.accent(valueText(value, longestValue))}`,
    ...wrap(`${reason}, ${from}: ${becauseText(answer)}.`, '  ', width),
  ].join('\n');
}

/** `fields`: those of the flag that belong to the API. */
export function unmanagedText(fields: readonly string[]): string {
  const belong = fields.length === 1 ? 'belongs' : 'belong';
  return `Its ${listed(fields.map(visible))} ${belong} to the API: what is live may answer otherwise.`;
}

/** Half a sentence: `rule 2 “pilots in Europe” fits`. A rollout decides also about those whom something keeps out of it. */
export function becauseText(answer: AnswerFacts): string {
  const { errorCode, errorMessage, inExperiment, prerequisiteKey, reason, requiredPlan, ruleIndex } = answer;
  const counts = inExperiment === true ? ', which counts for the experiment' : '';
  switch (reason) {
    case 'STATIC':
      return 'the flag asks nothing of anybody';
    case 'DEFAULT':
      return 'no target and no rule decides, so it is the fallthrough';
    case 'TARGETING_MATCH':
      return ruleIndex === undefined ? 'a target names them' : `${ruleText(answer)} fits`;
    case 'SPLIT':
      return ruleIndex === undefined
        ? `the rollout of the fallthrough decides${counts}`
        : `${ruleText(answer)} fits, and its rollout decides${counts}`;
    case 'DISABLED':
      return prerequisiteKey === undefined
        ? 'the flag is off'
        : `the prerequisite ${visible(prerequisiteKey)} does not serve what it must`;
    case 'plan_restriction':
      return restrictionText(requiredPlan);
    default:
      return visible(`${errorCode ?? 'GENERAL'}, ${errorMessage ?? 'for a reason that is not known'}`);
  }
}

function restrictionText(requiredPlan: string | null | undefined): string {
  if (requiredPlan === undefined)
    return 'an agreement with the tenant withholds the entitlement, whatever its plan grants';
  return requiredPlan === null
    ? 'the plan of the tenant does not grant the entitlement, and no plan on sale does'
    : `the plan of the tenant does not grant the entitlement; ${visible(requiredPlan)} is the lowest that does`;
}

function ruleText({ ruleIndex = 0, ruleName }: AnswerFacts): string {
  return `rule ${ruleIndex + 1}${ruleName === undefined ? '' : ` “${visible(ruleName)}”`}`;
}

import type { Json } from '../../engine/json.ts';
import type { TextOptions } from '../text-options.ts';
import { valueText } from '../text/value.ts';
import { visible } from '../text/visible.ts';
import { formatAnswer, type AnswerFacts } from './answer.ts';
import { type TestFacts, markedLines, testLines } from './condition.ts';
import { type ServingFacts, rolloutLines, servedText } from './serving.ts';

/** What was looked at on the way to an answer, in order. */
export type StepFacts = { readonly outcome: 'decides' | 'passes' | 'not-reached' } & (
  | { readonly step: 'state'; readonly state: string; readonly scheduled: string | null }
  | {
      readonly step: 'entitlement';
      readonly entitlement: string;
      /** Granted or withheld by an agreement with the tenant; null where its plan says as much. */
      readonly agreed: boolean | null;
      readonly plan: Json;
      readonly plans: readonly string[];
      readonly requiredPlan: string | null;
    }
  | {
      readonly step: 'prerequisite';
      readonly flag: string;
      readonly wanted: readonly string[];
      readonly served: string | null;
    }
  | {
      readonly step: 'targets';
      readonly looked: readonly {
        readonly kind: string;
        readonly key: string | null;
        readonly variation: string | null;
      }[];
    }
  | {
      readonly step: 'rule';
      readonly index: number;
      readonly name: string | null;
      readonly fits: boolean;
      readonly test: TestFacts | null;
      readonly serves: ServingFacts;
    }
  | { readonly step: 'fallthrough'; readonly serves: ServingFacts }
);

/** The answer, then every step with every condition, its outcome, and the value that was seen. */
export function formatExplanation(
  answer: AnswerFacts,
  { steps }: { readonly steps: readonly StepFacts[] },
  options: TextOptions,
): string {
  return [formatAnswer(answer, options), '', ...steps.flatMap((step) => stepLines(step, options))].join('\n');
}

function stepLines(step: StepFacts, options: TextOptions): readonly string[] {
  const { style } = options;
  const isOver = step.outcome === 'not-reached';
  const sign = isOver ? style.faint('·') : step.outcome === 'decides' ? style.accent('→') : style.faint('↓');
  const title = titleOf(step);
  const head = markedLines(sign, '', isOver ? `${title} (not reached)` : title, options);
  const styled = head.map((line) => (isOver ? style.faint(line) : line));
  return [...styled, ...detailLines(step, options)];
}

function titleOf(step: StepFacts): string {
  switch (step.step) {
    case 'state':
      return `the flag is ${step.state}${step.scheduled === null ? '' : `; its schedule last changed it at ${step.scheduled}`}`;
    case 'entitlement':
      return entitlementText(step);
    case 'prerequisite':
      return `prerequisite ${visible(step.flag)} serves ${nameOr(step.served)}, and must serve ${step.wanted.map(visible).join(' or ')}`;
    case 'targets':
      return 'targets';
    case 'rule':
      return `rule ${step.index + 1}${step.name === null ? '' : ` “${visible(step.name)}”`} ${ruleOutcome(step)}`;
    case 'fallthrough':
      return `fallthrough: ${servedText(step.serves)}`;
  }
}

function entitlementText({
  agreed,
  entitlement,
  plan,
  plans,
  outcome,
}: Extract<StepFacts, { step: 'entitlement' }>): string {
  const of = plan === null ? 'the tenant’s plan is not known' : `the tenant’s plan is ${valueText(plan)}`;
  const granted = plans.length === 0 ? 'no plan grants it' : `granted by ${plans.map(visible).join(', ')}`;
  const open = outcome === 'decides' ? 'is not granted' : 'is granted';
  const why = agreed === null ? '' : `an agreement with the tenant ${agreed ? 'grants' : 'withholds'} it; `;
  return `entitlement ${visible(entitlement)} ${open}: ${why}${of}; ${granted}`;
}

function ruleOutcome({ fits, serves, test }: Extract<StepFacts, { step: 'rule' }>): string {
  if (!fits) return 'does not fit';
  const reach = test === null ? 'fits everybody' : 'fits';
  return `${reach}: ${servedText(serves)}`;
}

function nameOr(name: string | null): string {
  return name === null ? 'no variation' : visible(name);
}

function detailLines(step: StepFacts, options: TextOptions): readonly string[] {
  switch (step.step) {
    case 'targets':
      return step.looked.flatMap(({ key, kind, variation }) =>
        markedLines(
          variation === null ? options.style.bad('✗') : options.style.good('✓'),
          '    ',
          key === null
            ? `no ${visible(kind)} is known`
            : `${visible(kind)} ${visible(key)} is ${variation === null ? 'not named' : `named for ${visible(variation)}`}`,
          options,
        ),
      );
    case 'rule':
      return [
        ...(step.test === null ? [] : testLines(step.test, '    ', options)),
        ...(step.fits ? rolloutLines(step.serves, options) : []),
      ];
    case 'fallthrough':
      return rolloutLines(step.serves, options);
    default:
      return [];
  }
}

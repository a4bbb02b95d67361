import type { EvaluationDetail, Outcome } from './contract.ts';
import type { Json } from './json.ts';

/** One thing that evaluating a flag can come to. Made when the ruleset is compiled, so that evaluating allocates nothing. */
export class Found {
  readonly outcome: Outcome;
  readonly hasValue: boolean;
  readonly value: Json | undefined;
  readonly variant: string | null;
  readonly #type: string;
  #detail: EvaluationDetail<unknown> | undefined;

  constructor(outcome: Outcome) {
    this.outcome = Object.freeze(outcome);
    this.hasValue = outcome.hasValue;
    this.value = outcome.value;
    this.variant = outcome.variant;
    this.#type = typeof outcome.value;
  }

  /** The value, unless there is none or it is of another type than the default: `null` and lists count as objects. */
  valueOr<T>(defaultValue: T): T {
    return this.#fits(defaultValue) ? (this.value as T) : defaultValue;
  }

  detailOr<T>(defaultValue: T): EvaluationDetail<T> {
    if (this.#fits(defaultValue)) {
      this.#detail ??= detailOf(this.outcome, this.value);
      return this.#detail as EvaluationDetail<T>;
    }
    if (!this.hasValue) return detailOf(this.outcome, defaultValue);
    return Object.freeze({
      value: defaultValue,
      variant: null,
      reason: 'ERROR',
      errorCode: 'TYPE_MISMATCH',
      errorMessage: `\`${this.outcome.flag}\` is a ${this.#type}, the default a ${typeof defaultValue}`,
    });
  }

  #fits(defaultValue: unknown): boolean {
    if (!this.hasValue) return false;
    // Whoever gives no default expects no type.
    return this.#type === typeof defaultValue || defaultValue === undefined || defaultValue === null;
  }
}

/** What a detail takes over from an outcome. */
const told = [
  'variant',
  'reason',
  'ruleIndex',
  'ruleName',
  'prerequisiteKey',
  'inExperiment',
  'requiredPlan',
  'errorCode',
  'errorMessage',
] as const;

function detailOf<T>(outcome: Outcome, value: T): EvaluationDetail<T> {
  const fields = told.flatMap((name) => (outcome[name] === undefined ? [] : [[name, outcome[name]]]));
  return Object.freeze({ value, ...(Object.fromEntries(fields) as Pick<Outcome, (typeof told)[number]>) });
}

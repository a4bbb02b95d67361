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
      errorMessage: `\`${this.outcome.flag}\` has type ${this.#type}, the default ${typeof defaultValue}`,
    });
  }

  #fits(defaultValue: unknown): boolean {
    if (!this.hasValue) return false;
    // Whoever gives no default expects no type.
    return this.#type === typeof defaultValue || defaultValue === undefined || defaultValue === null;
  }
}

/** What a flag answers to a context; always something. */
export type Answer = (context: object) => Found;

/** An outcome without what is for whoever counts outcomes. */
function detailOf<T>(
  { flag: _flag, hasValue: _hasValue, unit: _unit, ...told }: Outcome,
  value: T,
): EvaluationDetail<T> {
  return Object.freeze({ ...told, value });
}

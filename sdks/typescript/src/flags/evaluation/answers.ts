import type { ErrorCode, Outcome } from './contract.ts';
import { Found } from './found.ts';
import { frozenValue } from './frozen.ts';
import type { Json } from './json.ts';
import { objectIn, optional, refuse, textIn } from './read.ts';

/** Why an answer is what it is. */
export type Because = Pick<
  Outcome,
  'reason' | 'ruleIndex' | 'ruleName' | 'prerequisiteKey' | 'inExperiment' | 'requiredPlan' | 'unit'
>;

/** Makes the answers of one flag, while it is compiled. */
export class Answers {
  readonly flag: string;
  readonly variations: ReadonlyMap<string, Json>;
  readonly #offVariation: string | undefined;

  constructor(flag: string, source: object) {
    this.flag = flag;
    const variations = Object.entries(objectIn(source, 'variations'));
    this.variations = new Map(variations.map(([name, value]) => [name, frozenValue(value)]));
    this.#offVariation = optional(source, 'offVariation', textIn);
  }

  of(variation: string, because: Because): Found {
    const value = this.variations.get(variation);
    if (value === undefined) refuse(`there is no variation \`${variation}\``);
    return new Found({ flag: this.flag, hasValue: true, value, variant: variation, ...because });
  }

  /** The off variation; without one, no value. */
  off(because: Because): Found {
    if (this.#offVariation !== undefined) return this.of(this.#offVariation, because);
    return new Found({ flag: this.flag, hasValue: false, variant: null, ...because });
  }

  error(errorCode: ErrorCode, errorMessage: string, because: Omit<Because, 'reason'> = {}): Found {
    return failed(this.flag, errorCode, errorMessage, because);
  }
}

export function failed(
  flag: string,
  errorCode: ErrorCode,
  errorMessage: string,
  because: Omit<Because, 'reason'> = {},
): Found {
  return new Found({ flag, hasValue: false, variant: null, reason: 'ERROR', ...because, errorCode, errorMessage });
}

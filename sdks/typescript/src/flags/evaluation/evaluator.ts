import { AllFlagsOfContext, FlagIndex } from './all-flags.ts';
import { failed } from './answers.ts';
import { Clock } from './clock.ts';
import { type CompiledFlag, compileFlags, type CompileOptions } from './compiled-flags.ts';
import type { AllFlags, AllFlagsOptions, EvaluationDetail, Evaluator, EvaluatorOptions, Outcome } from './contract.ts';
import type { Found } from './found.ts';
import { attempt, isObject, isText, Malformed, own, refuse } from './read.ts';
import type { Ruleset } from './ruleset.ts';

/**
 * Compiles a ruleset. Never throws: where the ruleset is none, every flag answers PARSE_ERROR; where one flag in it is
 * none, that one does.
 */
export function createEvaluator(ruleset: unknown, options?: EvaluatorOptions): Evaluator {
  const compileOptions = readOptions(options);
  const { clock } = compileOptions;
  try {
    if (!isObject(ruleset)) refuse('no ruleset');
    return new CompiledRuleset(ruleset as Ruleset, compileFlags(ruleset, compileOptions), clock);
  } catch (error) {
    const problem = error instanceof Malformed ? error.message : 'the ruleset failed';
    return new CompiledRuleset(emptyRuleset, new Map(), clock, problem);
  }
}

/** As if none had been given, where they fail while they are read. */
function readOptions(options: EvaluatorOptions | undefined): CompileOptions {
  // The only place where the evaluator reaches for the system's clock.
  const make = (given?: EvaluatorOptions): CompileOptions => ({
    clock: new Clock(given?.now ?? Date.now),
    sticky: given?.sticky,
  });
  return attempt(() => make(options), make());
}

const emptyRuleset: Ruleset = Object.freeze({
  format: 1,
  environment: '',
  revision: 0,
  madeAt: 0,
  flags: {},
  segments: {},
  entitlements: {},
});

/** What a context without anything is. */
const nobody: object = Object.freeze({});

/** Unknown flags whose answer is kept; beyond, each is made when it is asked for. */
const mostMissing = 1000;

class CompiledRuleset implements Evaluator {
  readonly revision: number;
  readonly ruleset: Ruleset;
  readonly #flags: ReadonlyMap<string, CompiledFlag>;
  readonly #clock: Clock;
  readonly #problem: string | undefined;
  readonly #missing = new Map<string, Found>();
  readonly #everyFlag: FlagIndex;
  readonly #clientSideFlags: FlagIndex;

  constructor(ruleset: Ruleset, flags: ReadonlyMap<string, CompiledFlag>, clock: Clock, problem?: string) {
    const revision = own(ruleset, 'revision');
    this.ruleset = ruleset;
    this.revision = typeof revision === 'number' ? revision : 0;
    this.#flags = flags;
    this.#clock = clock;
    this.#problem = problem;
    const all = [...flags.values()];
    this.#everyFlag = new FlagIndex(all);
    this.#clientSideFlags = new FlagIndex(all.filter(({ isClientSide }) => isClientSide));
  }

  variation<T>(key: string, context: unknown, defaultValue: T): T {
    return this.#find(key, context).valueOr(defaultValue);
  }

  variationDetail<T>(key: string, context: unknown, defaultValue: T): EvaluationDetail<T> {
    return this.#find(key, context).detailOr(defaultValue);
  }

  evaluate(key: string, context: unknown): Outcome {
    return this.#find(key, context).outcome;
  }

  allFlags(context: unknown, options?: AllFlagsOptions): AllFlags {
    const index = isForClients(options) ? this.#clientSideFlags : this.#everyFlag;
    const { flags } = index;
    this.#clock.next();
    const outcomes: Outcome[] = [];
    for (const flag of flags) outcomes.push(answered(flag, context).outcome);
    return new AllFlagsOfContext(this.revision, index, outcomes);
  }

  #find(key: string, context: unknown): Found {
    const flag = this.#flags.get(key);
    if (flag === undefined) return this.#unknown(key);
    this.#clock.next();
    return answered(flag, context);
  }

  #unknown(key: unknown): Found {
    const name = isText(key) ? key : '';
    const known = this.#missing.get(name);
    if (known !== undefined) return known;
    const found =
      this.#problem === undefined
        ? failed(name, 'FLAG_NOT_FOUND', `there is no flag \`${name}\``)
        : failed(name, 'PARSE_ERROR', this.#problem);
    if (this.#missing.size < mostMissing) this.#missing.set(name, found);
    return found;
  }
}

function answered(flag: CompiledFlag, context: unknown): Found {
  try {
    if (context === undefined || context === null) return flag.answer(nobody);
    return typeof context !== 'object' || Array.isArray(context) ? flag.invalid : flag.answer(context);
  } catch {
    return flag.invalid;
  }
}

function isForClients(options: AllFlagsOptions | undefined): boolean {
  return attempt(() => options?.clientSideOnly === true, false);
}

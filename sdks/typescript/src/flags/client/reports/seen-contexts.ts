import { copyContext, type ReportedContext, type Sensitive } from './copy-context.ts';

/** Contexts in one report. */
const most = 100;

/**
 * A sample of the contexts that flags were asked for, each once. Any evaluation has about the same chance to be looked at,
 * however many there are: the n-th one that of {@link most} to n.
 */
export class SeenContexts {
  readonly #random: () => number;
  #contexts = new Map<string, ReportedContext>();
  #evaluations = 0;
  #pass = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Costs a subtraction, nearly always. */
  see(context: unknown, sensitive: readonly Sensitive[]): void {
    if (this.#pass > 0) this.#pass -= 1;
    else this.#look(context, sensitive);
  }

  /** Those of the sample, without what has become sensitive since. The next one begins. */
  take(sensitive: readonly Sensitive[]): readonly ReportedContext[] {
    const contexts = [...this.#contexts.values()];
    this.#contexts = new Map();
    this.#evaluations = 0;
    this.#pass = 0;
    return contexts.map((context) => copyContext(context, sensitive)).filter((context) => context !== undefined);
  }

  #look(context: unknown, sensitive: readonly Sensitive[]): void {
    this.#evaluations += 1;
    // How many in a row are passed over where each is looked at by this chance: none as long as there is room.
    const chance = Math.min(1, most / (this.#evaluations + 1));
    const gap = Math.floor(Math.log(1 - this.#random()) / Math.log1p(-chance));
    this.#evaluations += gap;
    this.#pass = gap;
    const copy = copyContext(context, sensitive);
    const identity = copy === undefined ? '' : identityOf(copy);
    if (copy === undefined || identity === '') return;
    if (!this.#contexts.has(identity) && this.#contexts.size >= most) this.#forgetOne();
    this.#contexts.set(identity, copy);
  }

  #forgetOne(): void {
    const [leaving] = [...this.#contexts.keys()].slice(Math.floor(this.#random() * most));
    if (leaving !== undefined) this.#contexts.delete(leaving);
  }
}

/** Kinds and keys: the same users with other attributes are the same context. Empty where nobody is named. */
function identityOf(context: ReportedContext): string {
  return Object.keys(context)
    .toSorted()
    .flatMap((kind) => (context[kind]?.['key'] === undefined ? [] : [JSON.stringify([kind, context[kind]['key']])]))
    .join();
}

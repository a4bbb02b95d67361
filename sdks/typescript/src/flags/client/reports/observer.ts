import type { Outcome } from '../../evaluation/contract.ts';
import type { Found } from '../../evaluation/found.ts';
import type { ReportOptions } from '../contract.ts';
import type { Platform } from '../platform.ts';
import type { ReportedContext, Sensitive } from './copy-context.ts';
import { experimentStarts } from './experiment-starts.ts';
import { type Exposure, Exposures } from './exposures.ts';
import { SeenContexts } from './seen-contexts.ts';
import { type Count, Tally } from './tally.ts';

/** What one report holds; a server takes no more than this of each. */
const mostOfEach = 1_000;

export interface Report {
  readonly counts: readonly Count[];
  readonly contexts: readonly ReportedContext[];
  readonly exposures: readonly Exposure[];
}

/** Looks on while flags are evaluated. Costs little, keeps little, and nothing in it may throw. */
export class Observer {
  readonly #tally = new Tally();
  readonly #exposures: Exposures;
  readonly #contexts: SeenContexts | undefined;
  readonly #own: Sensitive;
  #sensitive: readonly Sensitive[];

  constructor({ contexts = true, sensitive = {} }: ReportOptions, { now, random }: Pick<Platform, 'now' | 'random'>) {
    this.#exposures = new Exposures(now);
    this.#contexts = contexts ? new SeenContexts(random) : undefined;
    this.#own = sensitive;
    this.#sensitive = [sensitive];
  }

  /** What an outcome comes to, with the default that the code gave. */
  served(outcome: Outcome, context: unknown, defaultValue: unknown): Found {
    const counter = this.#tally.counterOf(outcome);
    const { found } = counter;
    if (found.hasValue && typeof found.valueOr(defaultValue) !== typeof found.value) {
      counter.misfits += 1;
    } else {
      counter.taken += 1;
      if (outcome.unit !== undefined) this.#exposures.add(outcome, context, this.#sensitive);
    }
    this.#contexts?.see(context, this.#sensitive);
    return found;
  }

  /** To be called when another ruleset takes over, with the attributes that it calls sensitive. */
  turnOver(sensitive: Sensitive | undefined): void {
    this.#tally.turnOver();
    this.#sensitive = sensitive === undefined ? [this.#own] : [this.#own, sensitive];
  }

  /** To be called with every ruleset that takes over: who was exposed to an experiment that begins anew is told once more. */
  begin(ruleset: unknown): void {
    this.#exposures.begin(experimentStarts(ruleset));
  }

  /** What was seen since the last time. Several reports where it is more than fits into one; the last may be empty. */
  take(): readonly Report[] {
    this.#exposures.withhold(this.#sensitive);
    const counts = this.#tally.take();
    const contexts = this.#contexts?.take(this.#sensitive) ?? [];
    const reports: Report[] = [
      { counts: counts.slice(0, mostOfEach), contexts, exposures: this.#exposures.take(mostOfEach) },
    ];
    for (let from = mostOfEach; ; from += mostOfEach) {
      const further = { counts: counts.slice(from, from + mostOfEach), exposures: this.#exposures.take(mostOfEach) };
      if (further.counts.length + further.exposures.length === 0) return reports;
      reports.push({ contexts: [], ...further });
    }
  }

  /** Keeps for later what could not be sent. Contexts are a sample: the next one will do. */
  putBack({ counts, exposures }: Report): void {
    this.#tally.putBack(counts);
    this.#exposures.putBack(exposures);
  }
}

import type { JsonObject } from '../../../../engine/json.ts';
import type { Random } from '../../../../host/contract.ts';
import type { Caller } from '../../../../server/caller.ts';
import { Tally } from '../../client/reports/tally.ts';
import type { EvaluationContext, Outcome } from '../../evaluation/contract.ts';
import type { ServedContext, ServedReport } from '../../reports/record-served.ts';
import { isTooLarge, withoutSensitive } from '../../reports/strip-context.ts';
import type { LiveRuleset } from '../live-ruleset.ts';
import { Sample } from './context-sample.ts';

/** What was answered in one environment since the last writing: counts, and a sample of who asked. Bounded. */
export class ServedHere {
  readonly #tally = new Tally();
  readonly #sample: Sample<ServedContext>;
  #version = '';

  constructor(random: Random) {
    this.#sample = new Sample(random);
  }

  count({ version }: LiveRuleset, outcomes: readonly Outcome[]): void {
    // Another ruleset has other outcomes, and nobody will ask for the old ones again.
    if (version !== this.#version) this.#tally.turnOver();
    this.#version = version;
    for (const outcome of outcomes) this.#tally.counterOf(outcome).taken += 1;
  }

  /** Nothing that is sensitive is kept, not even until the next writing. */
  see(context: EvaluationContext, { ruleset }: LiveRuleset, caller: Pick<Caller, 'mode' | 'tenantId' | 'user'>): void {
    this.#sample.show(() => {
      // What was read of a body is JSON.
      const told = withoutSensitive(context as JsonObject, ruleset.sensitive ?? {});
      return { context: isTooLarge(told) ? {} : told, caller };
    });
  }

  take(): ServedReport {
    return { counts: this.#tally.take(), contexts: this.#sample.take() };
  }

  /** Counts again what could not be written. Contexts are a sample: the next one will do. */
  putBack({ counts }: Pick<ServedReport, 'counts'>): void {
    this.#tally.putBack(counts);
  }
}

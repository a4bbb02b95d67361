import type { SessionScope } from '../../../../db/contract.ts';
import type { Clock, Random } from '../../../../host/contract.ts';
import type { Background, RespondContext } from '../../../../server/operation-context.ts';
import type { Caller } from '../../../../server/caller.ts';
import type { Ports } from '../../../ports.ts';
import type { EvaluationContext, Outcome } from '../../evaluation/contract.ts';
import { recordServed } from '../../reports/record-served.ts';
import type { LiveRuleset } from '../live-ruleset.ts';
import { ServedHere } from './served-here.ts';

/** Milliseconds between two writings, as often as clients report. */
const interval = 30_000;

interface Kept {
  readonly scope: SessionScope;
  readonly served: ServedHere;
}

/** What of a request is looked at. */
export interface Asked extends Pick<RespondContext, 'asksForPrivacy' | 'background'> {
  readonly caller: Pick<Caller, 'environmentId' | 'mode' | 'projectId' | 'tenantId' | 'user'>;
}

export interface ServedOptions {
  readonly ports: Ports;
  readonly host: { readonly clock: Clock; readonly random: Random };
}

/**
 * What this server has evaluated for others, so that a flag that only browsers ask for does not look forgotten. It is
 * kept in memory and written now and then, and when the server stops; no request waits for that, and what a server
 * that is killed had counted is lost.
 */
export class Served {
  readonly #options: ServedOptions;
  readonly #kept = new Map<string, Kept>();
  #background: Background | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: ServedOptions) {
    this.#options = options;
  }

  /** Notes what one request was answered. */
  note(request: Asked, live: LiveRuleset, context: EvaluationContext, outcomes: readonly Outcome[]): void {
    const { asksForPrivacy, background, caller } = request;
    this.#begin(background);
    const { environmentId, projectId } = caller;
    const kept = this.#kept.get(environmentId) ?? {
      scope: { projectId, environmentId },
      served: new ServedHere(this.#options.host.random),
    };
    this.#kept.set(environmentId, kept);
    kept.served.count(live, outcomes);
    if (!asksForPrivacy) kept.served.see(context, live, caller);
  }

  /** Writes what was noted since the last time, one writing after the other. Never rejects. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    const waiting = [...this.#kept.values()];
    // An environment that nobody asks for again leaves nothing behind.
    this.#kept.clear();
    for (const { scope, served } of waiting) await this.#writeOne(scope, served);
  }

  async #writeOne(scope: SessionScope, served: ServedHere): Promise<void> {
    const { host, ports } = this.#options;
    const report = served.take();
    try {
      await this.#background?.write(scope, (session) =>
        recordServed(session, report, { now: host.clock.now(), ports }),
      );
    } catch (problem) {
      this.#background?.report(problem);
      const { environmentId } = scope;
      const kept = this.#kept.get(environmentId) ?? { scope, served };
      this.#kept.set(environmentId, kept);
      kept.served.putBack(report);
    }
  }

  #begin(background: Background): void {
    if (this.#background !== undefined) return;
    this.#background = background;
    const timer = setInterval(() => void this.write(), interval);
    timer.unref();
    background.stopping.addEventListener('abort', () => clearInterval(timer), { once: true });
    background.atTheEnd(() => this.write());
  }
}

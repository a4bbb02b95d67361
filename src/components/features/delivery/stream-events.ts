import type { StreamEvent, StreamReader } from '../../../server/operation-result.ts';
import type { LiveEnvironment } from './live-environment.ts';
import type { LiveRuleset } from './live-ruleset.ts';

export interface Following extends StreamReader {
  readonly environment: LiveEnvironment;
  /** Whose plan the reader is told of; null: nobody's. */
  readonly tenantId: string | null;
  /** What the reader has seen; null: nothing yet. */
  readonly seen: string | null;
  /** Of all that is in force, as far as the reader feels it. */
  readonly versionOf: (live: LiveRuleset, plan: string | null) => string;
  readonly eventOf: (live: LiveRuleset, seen: string | null, version: string) => StreamEvent;
}

/**
 * One event for each version that the reader finds when it is ready for the next: whoever reads slowly is told of the
 * latest alone, and of all that has changed since the version they have.
 */
export async function* streamEvents(following: Following): AsyncGenerator<StreamEvent, void> {
  const { environment, eventOf, once, signal, tenantId, versionOf } = following;
  let { seen } = following;
  const follower = environment.follow(tenantId);
  try {
    while (!signal.aborted) {
      const live = await environment.current();
      const plan = await follower.planBeside(live);
      const version = versionOf(live, plan);
      if (version !== seen) yield eventOf(live, seen, version);
      seen = version;
      if (once) return;
      await follower.after(live, plan, signal);
    }
  } finally {
    follower.end();
  }
}

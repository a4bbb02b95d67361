import type { StreamEvent, StreamReader } from '../../../server/contract.ts';
import type { LiveEnvironment } from './live-environment.ts';
import type { LiveRuleset } from './live-ruleset.ts';

export interface Following extends StreamReader {
  readonly environment: LiveEnvironment;
  /** Whose plan the reader is told of; null: nobody's. */
  readonly tenantId: string | null;
  /** What the reader has seen; null: nothing yet. */
  readonly seen: string | null;
  /** Of all that is in force, as far as the reader feels it. */
  readonly versionOf: (live: LiveRuleset) => string;
  readonly eventOf: (live: LiveRuleset, seen: string | null) => StreamEvent;
}

/**
 * One event for each version that the reader finds when it is ready for the next: whoever reads slowly is told of the
 * latest alone, and of all that has changed since the version they have.
 */
export async function* streamEvents(following: Following): AsyncGenerator<StreamEvent, void> {
  const { environment, eventOf, once, signal, tenantId, versionOf } = following;
  let { seen } = following;
  const end = environment.follow(tenantId);
  try {
    while (!signal.aborted) {
      const live = await environment.current();
      const version = versionOf(live);
      if (version !== seen) yield eventOf(live, seen);
      seen = version;
      if (once) return;
      await environment.after(live, signal);
    }
  } finally {
    end();
  }
}

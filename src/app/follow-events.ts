import type { EventQuery, EventsClient, HappenedEvent } from './events-client.ts';

export interface Following {
  readonly now: Date;
  /** Resolves when it is time to look again. */
  readonly rest: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** What happens since the query's time, or from now on, in parts that are never empty, until the signal is aborted. */
export async function* followEvents(
  events: EventsClient['events'],
  query: EventQuery,
  { now, rest, signal }: Following,
): AsyncGenerator<readonly HappenedEvent[], void> {
  const { since = now.toISOString(), ...filter } = query;
  let after: string | undefined;
  while (!signal.aborted) {
    // Whoever began before anything had happened begins again.
    const { data, hasMore, nextCursor } = await events.list(
      { ...filter, ...(after === undefined ? { since } : { after }) },
      200,
    );
    if (data.length > 0) yield data;
    after = nextCursor ?? undefined;
    if (!hasMore) await rest();
  }
}

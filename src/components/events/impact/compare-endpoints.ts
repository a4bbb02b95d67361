import type { Endpoint } from '../webhooks/endpoint.ts';
import { asksFor } from '../webhooks/fan-out/wants.ts';
import type { CountedEvents } from './queries.ts';

/** What a changed endpoint is told of otherwise than before: events by type. */
export interface ComparedEndpoints {
  readonly stopped: ReadonlyMap<string, number>;
  readonly started: ReadonlyMap<string, number>;
  /** Sent before and after, to another address. */
  readonly moved: ReadonlyMap<string, number>;
}

/** Which of the events that there were an endpoint asks for before and after. Null: there is none. Pure. */
export function compareEndpoints(
  before: Endpoint | null,
  after: Endpoint | null,
  events: readonly CountedEvents[],
): ComparedEndpoints {
  const compared = { stopped: new Map<string, number>(), started: new Map<string, number>(), moved: new Map() };
  const count = (into: Map<string, number>, { count: more, type }: CountedEvents): void =>
    void into.set(type, (into.get(type) ?? 0) + more);
  for (const event of events) {
    const [was, is] = [before, after].map((endpoint) => endpoint !== null && asksFor(endpoint, event));
    if (was === true && is !== true) count(compared.stopped, event);
    if (is === true && was !== true) count(compared.started, event);
    if (was === true && is === true && before?.url !== after?.url) count(compared.moved, event);
  }
  return compared;
}

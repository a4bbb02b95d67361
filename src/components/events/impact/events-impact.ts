import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { Somebody, ToldEffect, ToldImpact } from '../../../engine/changeset/impact.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { TellImpact } from '../../contract.ts';
import { type Endpoint, toEndpoint } from '../webhooks/endpoint.ts';
import { compareEndpoints } from './compare-endpoints.ts';
import { countEvents, type CountedDeliveries, type CountedEvents, countPending } from './queries.ts';

const days = 30;
const day = 86_400_000;
/** More events than these are not counted while somebody waits for a plan. */
const mostCounted = 1_000_000;

/** Figures that rest on the events of late. */
const sampled = ['eventTypesStopped', 'eventTypesStarted', 'eventTypesMoved'];

/**
 * Which events of late a changed endpoint would have been told of, before and after, and which calls that are still to be
 * made never will be: those of an endpoint that goes. One that gets another key takes them along.
 */
export const eventsImpact: TellImpact = async (changes, session, { now }) => {
  const endpoints = changes.filter(({ kind }) => kind === 'WebhookEndpoint');
  if (endpoints.length === 0) return changes.map(() => null);
  const events = await countEvents(session, new Date(now.getTime() - days * day), mostCounted);
  const pending = await countPending(session, endpoints.flatMap(goingOf));
  return changes.map((change) => (change.kind === 'WebhookEndpoint' ? told(change, events, pending) : null));
};

/** The key of an endpoint that is no more, under whatever key. */
function goingOf({ action, key }: DraftChange): readonly string[] {
  return action === 'delete' ? [key] : [];
}

function told(
  change: DraftChange,
  events: readonly CountedEvents[] | null,
  pending: readonly CountedDeliveries[],
): ToldImpact {
  const read = (body: JsonObject | null): Endpoint | null => (body === null ? null : toEndpoint(change.key, body));
  const { moved, started, stopped } = compareEndpoints(read(change.before), read(change.after), events ?? []);
  const dropped = new Map<string, number>();
  const going = goingOf(change);
  for (const { count, endpoint, type } of pending)
    if (going.includes(endpoint)) dropped.set(type, (dropped.get(type) ?? 0) + count);
  const span = `in the last ${days} days`;
  const some = [
    effect(
      'eventTypesStopped',
      stopped,
      change,
      (types, all) => `${types} ${is(types)} not sent any more, ${all} ${span}`,
    ),
    effect(
      'eventTypesStarted',
      started,
      change,
      (types, all) => `${types} ${is(types)} sent from now on, ${all} ${span}`,
    ),
    effect(
      'eventTypesMoved',
      moved,
      change,
      (types, all) => `${types} ${go(types)} to another address, ${all} ${span}`,
    ),
    effect(
      'eventTypesDropped',
      dropped,
      change,
      (types, all) => `${all} that waited ${is(all)} never sent, of ${types}`,
    ),
  ].flatMap((one) => (one === null ? [] : [one]));
  const reason = `which events it would have been told of is not known: there were more than ${amount(mostCounted)} ${span}`;
  return {
    effects: some,
    unknown: events === null ? [{ reason, figures: sampled }] : [],
    none: `what it is told of stays, of all that happened ${span}`,
  };
}

function effect(
  figure: string,
  byType: ReadonlyMap<string, number>,
  { key, kind }: DraftChange,
  say: (types: string, events: string) => string,
): ToldEffect | null {
  if (byType.size === 0) return null;
  const all = [...byType.values()].reduce((sum, count) => sum + count, 0);
  const who = [...byType].map(
    // With how many of them, which are no part of what it is.
    ([type, count]): Somebody => ({
      name: `${type} (${amount(count)})`,
      subject: { type: 'event', id: type },
      resource: { kind, key },
    }),
  );
  const text = say(amount(byType.size, 'type of event', 'types of events'), amount(all, 'event'));
  return { figure, text, groups: [{ who, what: {} }] };
}

function is(amounts: string): string {
  return amounts.startsWith('1 ') ? 'is' : 'are';
}

function go(amounts: string): string {
  return amounts.startsWith('1 ') ? 'goes' : 'go';
}

/** `1,204`, `1 event`, `1,204 events`. */
function amount(count: number, one?: string, many = `${one}s`): string {
  const figure = String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return one === undefined ? figure : `${figure} ${count === 1 ? one : many}`;
}

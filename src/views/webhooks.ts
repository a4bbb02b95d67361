import type { Style } from './style.ts';
import { count, grouped } from './text/count.ts';
import { keysText } from './text/keys-text.ts';
import { moment } from './text/moment.ts';
import { pageLines, type Totals } from './text/page-lines.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';

export interface EndpointFacts {
  readonly key: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly status: 'active' | 'off' | 'disabled';
  readonly disabledAt: string | null;
  readonly disabledBecause: 'gone' | 'failing' | 'asked' | null;
  readonly failingSince: string | null;
  readonly pending: number;
}

export interface DeliveryFacts {
  readonly id: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly calls: number;
  readonly lastStatus: number | null;
  readonly lastProblem: string | null;
  readonly dueAt: string | null;
  readonly createdAt: string;
}

export function formatEndpoints(endpoints: readonly EndpointFacts[], totals: Totals, style: Style): string {
  if (totals.totalItems === 0)
    return 'There are no webhook endpoints. Describe one by a WebhookEndpoint in your files.';
  const rows = endpoints.map((endpoint) => [
    visible(endpoint.key),
    statusOf(endpoint, style),
    grouped(endpoint.pending),
    visible(endpoint.url),
    endpoint.events.length === 0 ? '–' : keysText(endpoint.events),
  ]);
  const lines = table(['KEY', 'STATUS', 'PENDING', 'URL', 'EVENTS'], rows, style);
  return [...lines, ...pageLines(totals, 'endpoint', style)].join('\n');
}

export function formatDeliveries(deliveries: readonly DeliveryFacts[], next: string | null, style: Style): string {
  if (deliveries.length === 0) return 'There are no such deliveries.';
  const rows = deliveries.map((delivery) => [
    visible(delivery.id),
    visible(moment(delivery.createdAt)),
    visible(delivery.eventType),
    deliveryState(delivery, style),
    grouped(delivery.calls),
    lastCall(delivery),
  ]);
  const lines = table(['ID', 'SINCE', 'EVENT', 'STATE', 'CALLS', 'LAST CALL'], rows, style);
  const more = next === null ? [] : ['', style.faint(`There are older ones: --cursor ${visible(next)}`)];
  return [...lines, ...more].join('\n');
}

function lastCall({ lastProblem, lastStatus }: DeliveryFacts): string {
  if (lastProblem !== null) return visible(lastProblem);
  return lastStatus === null ? '' : `answered ${lastStatus}`;
}

/** Of the endpoint that something is pending for; absent, its server does not say. */
interface EndpointAtHand {
  readonly endpointStatus?: 'active' | 'off' | 'disabled' | null;
}

export function formatReplayedDelivery({ eventId, eventType, id }: DeliveryFacts, style: Style): string {
  return `${style.good('✓')} ${visible(id)} is pending again: ${visible(eventType)} ${style.faint(visible(eventId))}`;
}

export function formatReplayed(
  endpoint: string,
  { endpointStatus, replayed }: EndpointAtHand & { readonly replayed: number },
  style: Style,
): string {
  if (replayed === 0) return 'Nothing of that kind happened in that time.';
  const name = visible(endpoint);
  const done = `${style.good('✓')} ${count(replayed, `delivery to ${name} is`, `deliveries to ${name} are`)} pending.`;
  return [done, ...waitingFor(endpoint, endpointStatus, style)].join('\n');
}

/** What is pending for an endpoint that is not called waits, which nobody would guess. */
function waitingFor(endpoint: string, status: EndpointAtHand['endpointStatus'], style: Style): readonly string[] {
  const name = visible(endpoint);
  if (status === 'disabled') {
    return [style.notice(`${name} is disabled: nothing is called until \`dream webhooks enable ${name}\`.`)];
  }
  if (status !== 'off') return [];
  return [style.notice(`${name} is off: nothing is called until its configuration says \`enabled: true\`.`)];
}

export function formatSwitched(endpoint: EndpointFacts, style: Style): string {
  const waiting = endpoint.pending === 0 ? '' : `, ${grouped(endpoint.pending)} pending`;
  return `${style.good('✓')} ${visible(endpoint.key)} is ${statusOf(endpoint, style)}${waiting}`;
}

/** The only view that prints a signing secret: it cannot be read back later. */
export function formatNewSecret(
  endpoint: string,
  { previousUntil, secret }: { readonly secret: string; readonly previousUntil: string | null },
  style: Style,
): string {
  const overlap =
    previousUntil === null ? [] : [`The one before signs besides until ${visible(moment(previousUntil))}.`];
  return [
    `${style.good('✓')} ${visible(endpoint)} has a new signing secret`,
    '',
    `  ${style.strong(visible(secret))}`,
    '',
    'Keep it now: it is not shown again.',
    ...overlap,
  ].join('\n');
}

const reasons = {
  gone: 'it answered 410',
  failing: 'nothing came through',
  asked: 'somebody asked for it',
} as const;

function statusOf({ disabledAt, disabledBecause, failingSince, status }: EndpointFacts, style: Style): string {
  if (status === 'off') return style.notice('off');
  if (status === 'disabled') {
    const since = disabledAt === null ? '' : ` since ${visible(moment(disabledAt))}`;
    return style.bad(`disabled${since}${disabledBecause === null ? '' : ` (${reasons[disabledBecause]})`}`);
  }
  return failingSince === null ? style.good('active') : style.notice(`failing since ${visible(moment(failingSince))}`);
}

/** When it is due, where it is still to come. */
export function deliveryState({ dueAt, state }: DeliveryFacts, style: Style): string {
  if (state === 'delivered') return style.good('delivered');
  if (state === 'failed') return style.bad('failed');
  return style.notice(dueAt === null ? 'pending' : `due ${visible(moment(dueAt))}`);
}

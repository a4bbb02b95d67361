import type { Style } from './style.ts';
import { grouped } from './text/count.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';
import { type DeliveryFacts, deliveryState } from './webhooks.ts';

export interface CallFacts {
  /** An instant. */
  readonly at: string;
  readonly milliseconds: number;
  /** Of the answer; null where there was none. */
  readonly status: number | null;
  readonly problem: string | null;
  /** The beginning of the answer's body. */
  readonly excerpt: string;
}

export interface DeliveryWithCalls extends DeliveryFacts {
  readonly endpoint: string;
  readonly tenantId: string | null;
  readonly attempts: readonly CallFacts[];
}

/** A delivery with each of its calls, and what the last of them was answered. */
export function formatDelivery(delivery: DeliveryWithCalls, style: Style): string {
  const facts = [
    ['state', deliveryState(delivery, style)],
    ['endpoint', visible(delivery.endpoint)],
    ['event', `${visible(delivery.eventType)} ${style.faint(visible(delivery.eventId))}`],
    ...(delivery.tenantId === null ? [] : [['tenant', visible(delivery.tenantId)]]),
  ].map(([name = '', value = '']) => `  ${style.faint(name.padEnd('endpoint'.length))}  ${value}`);
  const calls = delivery.attempts.map(({ at, milliseconds, problem, status }) => [
    style.faint(visible(at)),
    `${grouped(milliseconds)} ms`,
    status === null ? '–' : String(status),
    problem === null ? style.good('delivered') : visible(problem),
  ]);
  const lines = calls.length === 0 ? ['It was not called yet.'] : table(['CALLED', 'TOOK', 'ANSWER', ''], calls, style);
  const said = delivery.attempts.at(-1)?.excerpt.trim() ?? '';
  const answer = said === '' ? [] : ['', style.faint('The last answer began:'), ...said.split('\n').map(visible)];
  return [style.strong(visible(delivery.id)), ...facts, '', ...lines, ...answer].join('\n');
}

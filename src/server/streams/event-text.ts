import type { StreamEvent } from '../operation-result.ts';

/** One event as it stands in a `text/event-stream`. */
export function eventText({ data, event, id }: StreamEvent): string {
  const fields = [
    ...(event === undefined ? [] : [`event: ${event}`]),
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...data.split(/\r\n|\r|\n/).map((line) => `data: ${line}`),
  ];
  return `${fields.join('\n')}\n\n`;
}

/** Says nothing, so that whoever stands between does not take the connection for a dead one. */
export const heartbeatText = ':\n\n';

/** Milliseconds that a reader waits before it comes back. */
export const retryText = 'retry: 1000\n\n';

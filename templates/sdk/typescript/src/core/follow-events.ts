import { ConnectionError } from './errors.ts';
import { EventParser } from './event-parser.ts';
import type { ServerSentEvent } from './event-stream.ts';
import type { RawAnswer } from './raw-answer.ts';
import { type OpenBody, pieces } from './read-stream.ts';
import { wait } from './wait.ts';

/** Events of one connection after the other, until one is refused or the server says by 204 that there will be no more. */
export async function* followEvents(
  open: (lastEventId: string) => Promise<RawAnswer<OpenBody>>,
  signal: AbortSignal | undefined,
  longestWait: number,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let lastEventId = '';
  let reconnectAfter = 1000;
  for (;;) {
    const { status, value } = await open(lastEventId);
    const parser = new EventParser(lastEventId);
    try {
      for await (const bytes of pieces(value)) yield* parser.read(bytes);
    } catch (thrown) {
      if (!(thrown instanceof ConnectionError)) throw thrown;
    }
    if (status === 204) return;
    lastEventId = parser.lastEventId;
    reconnectAfter = parser.reconnectAfter ?? reconnectAfter;
    await wait(Math.min(reconnectAfter, longestWait), signal);
  }
}

import { ConnectionError } from './errors.ts';
import { EventParser } from './event-parser.ts';
import type { ServerSentEvent } from './event-stream.ts';
import type { RawAnswer } from './raw-answer.ts';
import { type OpenBody, pieces } from './read-stream.ts';
import { retryDelay } from './retry.ts';
import { wait } from './wait.ts';

/** Events of one connection after the other, until one is refused or the server says by 204 that there will be no more. */
export async function* followEvents(
  open: (lastEventId: string) => Promise<RawAnswer<OpenBody>>,
  signal: AbortSignal | undefined,
  longestWait: number,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let lastEventId = '';
  let reconnectAfter = 1000;
  let emptyInARow = 0;
  for (;;) {
    const { status, value } = await open(lastEventId);
    const parser = new EventParser(lastEventId);
    emptyInARow += 1;
    try {
      for await (const bytes of pieces(value)) {
        for (const event of parser.read(bytes)) {
          emptyInARow = 0;
          yield event;
        }
      }
    } catch (thrown) {
      if (!(thrown instanceof ConnectionError)) throw thrown;
    }
    if (status === 204) return;
    lastEventId = parser.lastEventId;
    reconnectAfter = parser.reconnectAfter ?? reconnectAfter;
    // A server that closes at once, and asks for no wait, would be asked without a pause.
    const backOff = emptyInARow === 0 ? 0 : (retryDelay(emptyInARow, undefined, longestWait) ?? 0);
    await wait(Math.max(backOff, Math.min(reconnectAfter, longestWait)), signal);
  }
}

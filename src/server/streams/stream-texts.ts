import type { EventStream, StreamEvent, StreamReader } from '../operation-result.ts';
import { eventText, heartbeatText, retryText } from './event-text.ts';
import { inPieces } from './in-pieces.ts';

/**
 * A stream as the texts that are written one after the other, each only when the one before has been taken: whoever
 * reads slowly is told less often, and nothing waits in memory for them. Ends when the signal is aborted.
 */
export async function* streamTexts(
  { events }: EventStream,
  reader: StreamReader,
  heartbeat: number,
): AsyncGenerator<Uint8Array | string, void> {
  // At once, so that the reader knows that it is connected, however long nothing happens.
  yield retryText;
  const stream = events(reader)[Symbol.asyncIterator]();
  let next = stream.next();
  while (!reader.signal.aborted) {
    const came = await withinTime(next, heartbeat);
    if (came === undefined) {
      yield heartbeatText;
      continue;
    }
    if (came.done === true) return;
    yield* inPieces(eventText(came.value));
    next = stream.next();
  }
  // The stream ends by the same signal; what it still says is for nobody.
  await next.catch(() => undefined);
}

/** Undefined when the time was over first. */
async function withinTime(
  next: Promise<IteratorResult<StreamEvent>>,
  milliseconds: number,
): Promise<IteratorResult<StreamEvent> | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([next, late]);
  } finally {
    clearTimeout(timer);
  }
}

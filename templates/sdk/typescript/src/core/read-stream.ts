import type { Reader } from './attempt.ts';
import type { Deadline } from './deadline.ts';
import { ResponseError } from './errors.ts';

/** A body that has begun to come. */
export interface OpenBody {
  readonly reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  /** What has come already. */
  readonly first?: Uint8Array<ArrayBuffer> | undefined;
  readonly deadline: Deadline;
}

export const eventBody: Reader<OpenBody> = {
  accept: 'text/event-stream',
  isStream: true,
  read: async (response, deadline) => {
    const { status, headers } = response;
    const type = headers.get('content-type') ?? 'no content type';
    if (status !== 204 && !/^text\/event-stream\s*(;|$)/i.test(type)) {
      throw new ResponseError(`The answer is no stream of events (${status}, ${type})`, {
        status,
        headers,
        body: await response.text(),
      });
    }
    deadline.stopClock();
    return { reader: response.body?.getReader(), deadline };
  },
};

export const documentBody: Reader<OpenBody> = {
  accept: '*/*',
  isStream: true,
  // The attempt lasts until the first piece: nothing of a document that never begins was given to anybody.
  read: async ({ body }, deadline) => {
    const reader = body?.getReader();
    const first = await reader?.read();
    deadline.stopClock();
    return { reader, first: first?.value, deadline };
  },
};

/** The body piece by piece. Leaving it lets the connection go. */
export async function* pieces({
  reader,
  first,
  deadline,
}: OpenBody): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  try {
    if (first !== undefined) yield first;
    for (;;) {
      if (reader === undefined) return;
      const piece = await deadline.race(() => reader.read());
      if (piece.done) return;
      yield piece.value;
    }
  } catch (thrown) {
    throw deadline.explain(thrown);
  } finally {
    deadline.release();
    // Of a body that broke off this says again what was thrown already.
    reader?.cancel().catch(() => undefined);
  }
}

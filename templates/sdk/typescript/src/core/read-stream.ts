import type { Reader } from './attempt.ts';
import type { Deadline } from './deadline.ts';
import { ResponseError } from './errors.ts';

/** A body that has begun to come. */
export interface OpenBody {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
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
    return opened(response, deadline);
  },
};

export const documentBody: Reader<OpenBody> = {
  accept: '*/*',
  isStream: true,
  read: (response, deadline) => Promise.resolve(opened(response, deadline)),
};

/** From now on it may take as long as it likes. */
function opened({ body }: Response, deadline: Deadline): OpenBody {
  deadline.stopClock();
  return { body, deadline };
}

/** The body piece by piece. Leaving it lets the connection go. */
export async function* pieces({ body, deadline }: OpenBody): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const reader = body?.getReader();
  try {
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) return;
      yield piece.value;
    }
  } catch (thrown) {
    throw deadline.explain(thrown);
  } finally {
    deadline.release();
    // Of a body that broke off this says again what was thrown already.
    await reader?.cancel().catch(() => undefined);
  }
}

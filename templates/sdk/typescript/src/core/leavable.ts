import { onAbort } from './on-abort.ts';

/**
 * An iteration that can be left while its next piece is awaited. A generator by itself would only be left once that
 * piece has come, which a quiet stream may never send.
 *
 * @param open is given a signal that is aborted when the iteration is left, or when the caller's signal is.
 */
export function leavable<T>(
  open: (signal: AbortSignal) => AsyncGenerator<T, void, undefined>,
  callers: AbortSignal | undefined,
): AsyncGenerator<T, void, undefined> {
  const controller = new AbortController();
  let isLeft = false;
  const items = whileListening(open, controller.signal, () =>
    onAbort(callers, () => controller.abort(callers?.reason)),
  );
  const next = items.next.bind(items);
  const end = items.return.bind(items);
  const leave = (): Promise<IteratorResult<T, void>> => {
    isLeft = true;
    controller.abort();
    return end(undefined);
  };
  return Object.assign(items, {
    next: async (): Promise<IteratorResult<T, void>> => {
      try {
        return await next();
      } catch (thrown) {
        // Whoever left it has asked for the end, and gets no error for it.
        if (isLeft) return { done: true, value: undefined };
        throw thrown;
      }
    },
    return: leave,
    throw: async (reason: unknown): Promise<IteratorResult<T, void>> => {
      await leave();
      throw reason;
    },
  });
}

async function* whileListening<T>(
  open: (signal: AbortSignal) => AsyncGenerator<T, void, undefined>,
  signal: AbortSignal,
  listen: () => () => void,
): AsyncGenerator<T, void, undefined> {
  const release = listen();
  try {
    yield* open(signal);
  } finally {
    release();
  }
}

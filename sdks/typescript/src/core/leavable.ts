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
  const follow = (): void => controller.abort(callers?.reason);
  const release = (): void => callers?.removeEventListener('abort', follow);
  const items = whileListening(open, controller.signal, () => {
    if (callers?.aborted === true) follow();
    else callers?.addEventListener('abort', follow);
    return release;
  });
  const next = items.next.bind(items);
  const leave = items.return.bind(items);
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
    return: async (): Promise<IteratorResult<T, void>> => {
      isLeft = true;
      controller.abort();
      return leave(undefined);
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

/** What a client tells about its requests, for logs and figures. Keys, tokens, bodies and headers are never part of it. */
export interface Hooks {
  /** Before each attempt. */
  readonly onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /** When the head of an answer has come, whatever its status. */
  readonly onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  /** Before the wait for another attempt. */
  readonly onRetry?: ((event: RetryEvent) => unknown) | undefined;
}

export interface RequestEvent {
  /** The operation's id: `tenants.get`. */
  readonly operation: string;
  readonly method: string;
  /** The address without its query. */
  readonly url: string;
  /** From 1. */
  readonly attempt: number;
}

export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  /** Since the attempt began. */
  readonly milliseconds: number;
  readonly requestId: string | undefined;
}

export interface RetryEvent extends RequestEvent {
  /** Absent where no answer came. */
  readonly status: number | undefined;
  readonly milliseconds: number;
  readonly requestId: string | undefined;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/** Calls a hook. What it throws changes nothing, nor does what it writes into its event. */
export function tell<Event extends object>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
  notify(hook, { ...event });
}

/** Calls a listener. What it throws, at once or later, changes nothing. */
export function notify<Told extends readonly unknown[]>(
  listener: ((...told: Told) => unknown) | undefined,
  ...told: Told
): void {
  if (listener === undefined) return;
  try {
    Promise.resolve(listener(...told)).catch(() => undefined);
  } catch {
    // It is the listener's to report; the call goes on.
  }
}

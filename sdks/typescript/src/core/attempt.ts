import { credentialsOf } from './credentials.ts';
import { Deadline } from './deadline.ts';
import { ConnectionError } from './errors.ts';
import { type RequestEvent, type ResponseEvent, tell } from './hooks.ts';
import type { UserToken } from './options.ts';
import { hiddenHeader, hiderOf } from './hide.ts';
import type { Prepared } from './prepare.ts';
import type { RawAnswer } from './raw-answer.ts';
import { readError } from './read-error.ts';
import { isWorthRetrying, retryDelay } from './retry.ts';
import { readRetryAfter } from './retry-after.ts';
import type { Settings } from './settings.ts';

/** How the answer to a request is read. */
export interface Reader<T> {
  readonly accept: string;
  /** `read` stops the clock when the answer has begun, and whoever gets the value releases the deadline. */
  readonly isStream: boolean;
  /** It has a way to say that nothing has changed since: a 304 to an `If-None-Match` of the caller's. */
  readonly mayBeUnchanged?: boolean;
  readonly read: (response: Response, deadline: Deadline) => Promise<T>;
}

/** Milliseconds until another attempt, where this one came to nothing. */
export interface Postponed {
  readonly delay: number;
}

/** One request. Throws what is not to be tried again. */
export async function attempt<T>(
  prepared: Prepared,
  number: number,
  reader: Reader<T>,
  settings: Settings,
  userToken: UserToken | undefined,
): Promise<RawAnswer<T> | Postponed> {
  const { operation, signal } = prepared;
  const deadline = new Deadline(prepared.timeout, signal);
  const request = { operation: operation.id, method: operation.method, url: prepared.address, attempt: number };
  const began = performance.now();
  const postponed = (retryAfter?: number, answer?: ResponseEvent): Postponed | undefined => {
    if (number > prepared.maxRetries) return undefined;
    const delay = retryDelay(number, retryAfter, settings.maxRetryDelay);
    if (delay === undefined) return undefined;
    tell(settings.hooks.onRetry, { ...(answer ?? noAnswer(request, began)), delay });
    return { delay };
  };

  let isHandedOver = false;
  let isDecided = false;
  try {
    const headers = await deadline.race(() => withCredentials(prepared, settings, userToken));
    deadline.hide = hiderOf(headers);
    tell(settings.hooks.onRequest, request);
    const response = await deadline.race(() => send(prepared, headers, deadline, settings));
    const { status } = response;
    const requestId = response.headers.get('x-request-id') ?? undefined;
    // A proxy may have sent keys back in it: hooks are told what an error would tell.
    const shownId = requestId === undefined ? undefined : hiddenHeader(requestId, deadline.hide);
    const answer = { ...noAnswer(request, began), status, requestId: shownId };
    tell(settings.hooks.onResponse, answer);
    const isUnchanged = status === 304 && reader.mayBeUnchanged === true && headers.has('If-None-Match');
    if (!response.ok && !isUnchanged) {
      isDecided = true;
      const wait = isWorthRetrying(status, response.headers)
        ? postponed(readRetryAfter(response.headers.get('retry-after'), Date.now()), answer)
        : undefined;
      if (wait === undefined) throw await readError(response, operation, deadline);
      // Nothing of it is wanted: not waited for, whatever comes of it.
      response.body?.cancel().catch(() => undefined);
      return wait;
    }
    const value = await deadline.race(() => reader.read(response, deadline));
    isHandedOver = reader.isStream;
    return { value, status, headers: response.headers, requestId, attempts: number };
  } catch (thrown) {
    const error = deadline.explain(thrown);
    // An error that was answered is not asked for again because of how its body ended: its head has said whether.
    const wait = error instanceof ConnectionError && !isDecided ? postponed() : undefined;
    if (wait === undefined) throw error;
    return wait;
  } finally {
    if (!isHandedOver) deadline.release();
  }
}

/** Not followed: a redirect would take the key to another host. */
function send(prepared: Prepared, headers: Headers, deadline: Deadline, settings: Settings): Promise<Response> {
  const { address, query, operation, body = null } = prepared;
  // Some platforms insist that it is called as a function, not as a method of something.
  const { fetch = globalThis.fetch } = settings;
  return fetch(address + query, {
    method: operation.method,
    headers,
    body,
    redirect: 'manual',
    signal: deadline.signal,
  });
}

async function withCredentials(
  { headers, overridden }: Prepared,
  settings: Settings,
  userToken: UserToken | undefined,
): Promise<Headers> {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(await credentialsOf(settings, userToken))) {
    if (!overridden.has(name.toLowerCase())) all.set(name, value);
  }
  return all;
}

function noAnswer(
  request: RequestEvent,
  began: number,
): RequestEvent & { milliseconds: number } & {
  status: undefined;
  requestId: undefined;
} {
  return { ...request, status: undefined, milliseconds: performance.now() - began, requestId: undefined };
}

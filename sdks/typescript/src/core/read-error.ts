import type { Deadline } from './deadline.ts';
import { type DreamError, ResponseError } from './errors.ts';
import { hiddenHeaders, hiddenJson } from './hide.ts';
import { isObject, parseJson } from './json.ts';
import type { Operation } from './operation.ts';
import {
  AuthenticationError,
  AuthorizationError,
  ConflictError,
  NotFoundError,
  PlatformError,
  RateLimitError,
  ServerError,
  ValidationError,
} from './platform-error.ts';
import { readRetryAfter } from './retry-after.ts';

const classes: Readonly<Record<number, typeof PlatformError>> = {
  400: ValidationError,
  401: AuthenticationError,
  403: AuthorizationError,
  404: NotFoundError,
  409: ConflictError,
  410: NotFoundError,
  412: ConflictError,
  413: ValidationError,
  415: ValidationError,
  422: ValidationError,
  429: RateLimitError,
};

/** Characters of an error's body that are read, and those of the piece in which they end. */
const longestBody = 1_000_000;

/** The error that an answer other than a success stands for. */
export async function readError(response: Response, { id }: Operation, deadline: Deadline): Promise<DreamError> {
  const { status } = response;
  const { hide } = deadline;
  const came = await whatComes(response, deadline);
  if (status < 400) {
    const what =
      status === 304
        ? 'of no change, without a value'
        : status === 0 || status >= 300
          ? 'a redirect, which is not followed'
          : 'no success';
    return new ResponseError(`${id}: the answer (${status}) is ${what}`, {
      status,
      headers: response.headers,
      body: came,
    });
  }
  // A page of something in between may repeat the headers of the request.
  const [text, headers] = [hide(came), hiddenHeaders(response.headers, hide)];
  const body = hiddenJson(came, hide);
  const error = errorIn(body);
  // Programs go by the code: it stays as it came.
  const code = textOf(errorIn(parseJson(came))['code']);
  const isOurs = code !== undefined;
  const field = (name: string): string | undefined => (isOurs ? textOf(error[name]) : undefined);
  const ErrorClass = status >= 500 ? ServerError : (classes[status] ?? PlatformError);
  return new ErrorClass({
    status,
    code: code ?? `unknown/${status}`,
    message:
      field('message') ?? (isOurs || text.trim() === '' ? `The answer (${status}) says no more` : beginningOf(text)),
    userMessage: field('userMessage') ?? 'Something went wrong. Please try again.',
    param: field('param'),
    requestId: field('requestId') ?? headers.get('x-request-id') ?? undefined,
    details: isOurs ? error['details'] : undefined,
    retryAfter: readRetryAfter(headers.get('retry-after'), Date.now()) ?? secondsOf(error['retryAfter']),
    headers,
    body: body === undefined ? text : body,
  });
}

/** The body, or what there was of it when it broke off: the head has said what the answer is. */
async function whatComes({ body }: Response, deadline: Deadline): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  try {
    while (reader !== undefined && text.length < longestBody) {
      const { done, value } = await deadline.race(() => reader.read());
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
    // What is longer is no error of the server's: let go of, not waited for.
    reader?.cancel().catch(() => undefined);
  } catch (thrown) {
    // Nor the signal nor the clock is a matter of the answer.
    if (deadline.signal.aborted) throw thrown;
  }
  return text + decoder.decode();
}

function errorIn(body: unknown): Readonly<Record<string, unknown>> {
  return isObject(body) && isObject(body['error']) ? body['error'] : {};
}

function secondsOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY ? value : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** 200 characters, none of them cut in two. */
function beginningOf(text: string): string {
  return Array.from(text.slice(0, 400)).slice(0, 200).join('');
}

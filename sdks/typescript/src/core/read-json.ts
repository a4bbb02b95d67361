import type { Reader } from './attempt.ts';
import type { Deadline } from './deadline.ts';
import { ResponseError } from './errors.ts';
import { type Hide, hiddenHeaders } from './hide.ts';
import { isObject, parseJson } from './json.ts';
import type { RawAnswer } from './raw-answer.ts';

/** What the errors about an answer must not tell, by its headers: an answer itself, which programs see, holds none of that. */
const hides = new WeakMap<Headers, Hide>();

/**
 * Any object, or any JSON where the operation may answer that, as the type that the operation has; nothing else of it is
 * checked or left out, so that fields and values which came later than this SDK reach the caller. 204 and 304 give
 * `undefined`.
 */
export function json<T>(answersAny = false): Reader<T> {
  const isFit = (value: unknown, status: number): boolean =>
    isBodiless(status) || (answersAny ? value !== undefined : isObject(value));
  const read = (response: Response): Promise<T> => readJson<T>(response, isFit, 'no object');
  return { accept: 'application/json', isStream: false, mayBeUnchanged: true, read };
}

/** A page or part of a list: without its items it cannot be gone through, and a 204 has none. */
export function jsonList<T>(): Reader<T> {
  const isList = (value: unknown): boolean => isObject(value) && Array.isArray(value['data']);
  const read = (response: Response, { hide }: Deadline): Promise<T> => {
    hides.set(response.headers, hide);
    return readJson<T>(response, isList, 'not of the form of a list');
  };
  return { accept: 'application/json', isStream: false, read };
}

/** The error about a list that was taken for an answer, and tells too late that it is none. */
export function refusedAnswer({ value, status, headers }: RawAnswer<unknown>, message: string): ResponseError {
  const hide = hides.get(headers) ?? ((text) => text);
  const body = hide(JSON.stringify(value));
  return new ResponseError(message, { status, headers: hiddenHeaders(headers, hide), body });
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 304;
}

async function readJson<T>(
  response: Response,
  isFit: (value: unknown, status: number) => boolean,
  otherwise: string,
): Promise<T> {
  const { status, headers } = response;
  const body = await response.text();
  const value = isBodiless(status) ? undefined : parseJson(body);
  if (!isFit(value, status)) {
    const type = headers.get('content-type') ?? 'no content type';
    const what = value === undefined ? 'no JSON' : otherwise;
    throw new ResponseError(`The answer is ${what} (${status}, ${type}): has something in between answered?`, {
      status,
      headers,
      body,
    });
  }
  // The border between what came and the types: the server's own description is what they were made of.
  return value as T;
}

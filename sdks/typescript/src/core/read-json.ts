import type { Reader } from './attempt.ts';
import { ResponseError } from './errors.ts';
import { isObject, parseJson } from './json.ts';

/**
 * Any JSON as the type that the operation has; nothing of it is checked or left out, so that fields and values which
 * came later than this SDK reach the caller. 204 and 304 give `undefined`.
 */
export function json<T>(): Reader<T> {
  const read = (response: Response): Promise<T> => readJson<T>(response, isValue);
  return { accept: 'application/json', isStream: false, mayBeUnchanged: true, read };
}

/** A page or part of a list: without its items it cannot be gone through, and a 204 has none. */
export function jsonList<T>(): Reader<T> {
  const isList = (value: unknown): boolean => isObject(value) && Array.isArray(value['data']);
  return { accept: 'application/json', isStream: false, read: (response) => readJson<T>(response, isList) };
}

function isValue(value: unknown, status: number): boolean {
  return value !== undefined || isBodiless(status);
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 304;
}

async function readJson<T>(response: Response, isFit: (value: unknown, status: number) => boolean): Promise<T> {
  const { status, headers } = response;
  const body = await response.text();
  const value = isBodiless(status) ? undefined : parseJson(body);
  if (!isFit(value, status)) {
    const type = headers.get('content-type') ?? 'no content type';
    const what = value === undefined ? 'is no JSON' : 'is not of the form of a list';
    throw new ResponseError(`The answer ${what} (${status}, ${type}): has something in between answered?`, {
      status,
      headers,
      body,
    });
  }
  // The border between what came and the types: the server's own description is what they were made of.
  return value as T;
}

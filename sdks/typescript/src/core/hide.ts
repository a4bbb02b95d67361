import { isObject, parseJson } from './json.ts';

/** A text without the credentials of a request: `…` stands in their place. */
export type Hide = (text: string) => string;

/** Characters. What is shorter would garble texts in which it stands for something else. */
const shortest = 8;

/** A page of something in between, or the error of a `fetch` of one's own, may repeat what was sent. */
export function hiderOf(sent: Headers): Hide {
  const credentials = ['authorization', 'x-publishable-key'].flatMap((name) => {
    const credential = sent.get(name)?.replace(/^\S+ +/, '') ?? '';
    return credential.length < shortest ? [] : [credential];
  });
  return (text) => credentials.reduce((rest, credential) => rest.replaceAll(credential, '…'), text);
}

export function hiddenHeaders(headers: Headers, hide: Hide): Headers {
  return new Headers([...headers].map(([name, value]): [string, string] => [name, hiddenHeader(value, hide)]));
}

/** The value of a header. */
export function hiddenHeader(value: string, hide: Hide): string {
  // No header may have that sign.
  return hide(value).replaceAll('…', '...');
}

/** The value of a JSON text, with nothing in its texts and names that is to be hidden; `undefined` where it is none. */
export function hiddenJson(text: string, hide: Hide): unknown {
  return parseJson(text, (_, value: unknown) => {
    if (typeof value === 'string') return hide(value);
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [hide(name), one])) : value;
  });
}

/** What was thrown, and what that was caused by; the same where there is nothing to hide, else its texts alone. */
export function hiddenCause(thrown: unknown, hide: Hide, depth = 0): unknown {
  if (isClean(thrown, hide)) return thrown;
  if (!(thrown instanceof Error) || depth > 9) return hide(String(thrown));
  const { message, name, stack = '' } = thrown;
  const cause = hiddenCause(thrown.cause, hide, depth + 1);
  return Object.assign(new Error(hide(message), { cause }), { name, stack: hide(stack) });
}

/** In all that would be printed of it; what cannot be looked through is not. */
function isClean(thrown: unknown, hide: Hide): boolean {
  const seen = new Set();
  try {
    const text = JSON.stringify(thrown, (_, value: unknown) => {
      if (seen.has(value)) return undefined;
      if (Object(value) === value) seen.add(value);
      // Of an error, none of it would be written.
      return value instanceof Error ? [value.stack, Object.getOwnPropertyDescriptors(value)] : value;
    });
    return hide(text) === text;
  } catch {
    return false;
  }
}

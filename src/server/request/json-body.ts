import { makeError } from '../../engine/platform-error/index.ts';
import { requestErrors } from './errors.ts';
import { findJsonMistake } from './find-json-mistake.ts';

const maximalDepth = 100;

/**
 * Parses a body and refuses what could not be kept exactly as sent. An empty text gives undefined: the
 * operation's schema decides whether a body is wanted. No message ever holds a piece of the text.
 */
export function parseJsonBody(text: string): unknown {
  if (text.trim() === '') {
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw makeError(requestErrors.malformedBody, {
      message: `The body is not valid JSON${placeOf(text)}.`,
      param: 'body',
    });
  }
  refuseUnstorable(value);
  return value;
}

/** The parser's own message quotes the text around the mistake, which may be a secret: only the place is told. */
function placeOf(text: string): string {
  const offset = findJsonMistake(text);
  if (offset === null) {
    return '';
  }
  if (offset >= text.length) {
    return ': it ends too early';
  }
  const before = text.slice(0, offset).split('\n');
  return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}

/**
 * Walks with a stack of its own, so that depth is refused and not met: later steps may recurse, and the
 * database has limits of its own.
 */
function refuseUnstorable(root: unknown): void {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') {
      refuseText(value);
    } else if (typeof value === 'number' && !Number.isFinite(value)) {
      throw unstorable('a number beyond the range of a double');
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= maximalDepth) {
        throw unstorable(`more than ${maximalDepth} levels of nesting`);
      }
      for (const [name, item] of Object.entries(value)) {
        if (name === '__proto__') {
          throw unstorable('a field named __proto__');
        }
        refuseText(name);
        pending.push({ value: item, depth: depth + 1 });
      }
    }
  }
}

function refuseText(text: string): void {
  if (text.includes('\0')) {
    throw unstorable('the character U+0000');
  }
  if (!text.isWellFormed()) {
    throw unstorable('half of a surrogate pair');
  }
}

function unstorable(what: string): Error {
  return makeError(requestErrors.unstorableValue, { message: `The body holds ${what}.`, param: 'body' });
}

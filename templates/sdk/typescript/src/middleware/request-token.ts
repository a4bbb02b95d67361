import { isObject, parseJson } from '../core/json.ts';
import { AuthenticationError } from '../core/platform-error.ts';

/** Characters; the server takes none that is nearly as long. */
const longest = 8192;

/** Milliseconds by which clocks may differ: what is over in between is for the server to say. */
const leeway = 60_000;

const userMessage = 'Please sign in.';

/**
 * The token behind `Bearer`.
 * @throws AuthenticationError where there is none
 */
export function bearerToken(authorization: string | undefined): string | undefined {
  return authorization?.match(/^bearer +(\S+) *$/i)?.[1];
}

/**
 * When the token is over, in milliseconds since 1970. Nothing of it is verified here: that is the server's to do, which
 * is not asked about what cannot be a token that is good.
 *
 * @throws AuthenticationError where there is none, it is no signed JWT, or it is over
 */
export function checkToken(token: string | null | undefined): asserts token is string {
  if (typeof token !== 'string' || token === '') throw refused('auth/missing-credentials', 'The request has no token.');
  const [head, payload, signature, ...more] = token.length > longest ? [] : token.split('.').map(decoded);
  if (head === undefined || !isObject(payload) || signature === undefined || more.length > 0) {
    throw refused('auth/malformed-token', 'The token is no signed JWT.');
  }
  if (endOf(payload) + leeway < Date.now()) throw refused('auth/expired-token', 'The token is over.');
}

/** When a token is over that was checked. */
export function tokenEnd(token: string): number {
  const payload = decoded(token.split('.')[1] ?? '', 1);
  return isObject(payload) ? endOf(payload) : 0;
}

/** The revision that a token was made at which was checked; undefined where it does not say. */
export function tokenRevision(token: string): number | undefined {
  const payload = decoded(token.split('.')[1] ?? '', 1);
  const version = isObject(payload) ? payload['policyVersion'] : undefined;
  const [revision = ''] = typeof version === 'string' ? version.split('.') : [];
  // `Number` would read much else as a number, and nothing at all as 0.
  return /^[0-9]{1,15}$/.test(revision) ? Number(revision) : undefined;
}

function endOf({ exp }: Readonly<Record<string, unknown>>): number {
  return typeof exp === 'number' ? exp * 1000 : Number.POSITIVE_INFINITY;
}

/** JSON in base64url; the signature is any text of it. */
function decoded(part: string, place: number): unknown {
  if (!/^[\w-]+$/.test(part)) return undefined;
  if (place === 2) return part;
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
    return parseJson(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function refused(code: string, message: string): AuthenticationError {
  return new AuthenticationError({ code, message, userMessage });
}

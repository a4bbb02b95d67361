import { makeError } from '../../../engine/platform-error/index.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import { tokenErrors } from '../token-errors.ts';

/** Characters. What this server says about a user stays below 4,096 together with all else in the token. */
const largestToken = 8192;
const compact = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;
/** A logout token or a security event is signed by the same provider and lets nobody in. */
const types: ReadonlySet<Json | undefined> = new Set([undefined, 'JWT', 'jwt', 'at+jwt', 'application/at+jwt']);

export function looksLikeToken(text: string): boolean {
  return compact.test(text);
}

/** Who a token says made it, before anything about it is proven. */
export function readIssuer(token: string): string {
  if (token.length > largestToken) {
    throw makeError(tokenErrors.tooLarge, {
      message: `The token has ${token.length} characters; ${largestToken} are taken.`,
      param: 'Authorization',
    });
  }
  const [header = '', payload = ''] = compact.test(token) ? token.split('.') : [];
  const type = readPart(header)['typ'];
  const issuer = readPart(payload)['iss'];
  if (!types.has(type)) throw malformed('its `typ` is not that of an access token');
  if (typeof issuer !== 'string') throw malformed('it has no `iss`');
  return issuer;
}

function readPart(part: string): JsonObject {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (isJsonObject(value)) return value;
  } catch {
    // Falls through: what cannot be parsed is not shown, it may be a secret.
  }
  throw malformed('it is not of three parts of base64url with a JSON object in the first two');
}

function malformed(why: string): Error {
  return makeError(tokenErrors.malformed, {
    message: `This is not a token of a user: ${why}.`,
    param: 'Authorization',
  });
}

/** What stands at a dotted path, if anything does. */
export function claimAt(claims: JsonObject, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<Json | undefined>(
      (inner, name) => (isJsonObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
      claims,
    );
}

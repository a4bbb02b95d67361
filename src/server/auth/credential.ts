import { createHash, timingSafeEqual } from 'node:crypto';
import type { EnvironmentMode } from '../../engine/resource.ts';
import { makeError } from '../../engine/platform-error/index.ts';
import { authErrors } from './errors.ts';
import { type KeyType, parseApiKey } from './api-key-format.ts';
import { tokenErrors } from './token-errors.ts';
import { looksLikeToken } from './tokens/read-token.ts';

/** Headers as Node gives them: lower-case names. */
export interface RequestHeaders {
  readonly [name: string]: string | readonly string[] | undefined;
}

/** What a request presents to say who is asking. Nothing about it is proven yet. */
export type Credential =
  | { readonly kind: 'key'; readonly type: KeyType; readonly mode: EnvironmentMode; readonly key: string }
  | {
      /** A publishable key and the token of the user who holds it. */
      readonly kind: 'user';
      readonly type: 'publishable';
      readonly mode: EnvironmentMode;
      readonly key: string;
      readonly token: string;
    }
  | { readonly kind: 'local' };

/** Reads the credential of a request, and refuses what cannot be one without asking the database. */
export function readCredential(headers: RequestHeaders, localToken: string | undefined): Credential {
  const bearer = readBearer(headers);
  const publishable = singleHeader(headers, 'x-publishable-key');
  if (bearer?.startsWith('local_') === true) {
    if (localToken === undefined || !equalInConstantTime(bearer, localToken)) {
      throw makeError(authErrors.unknownKey, { message: 'This server does not know the local token.' });
    }
    return { kind: 'local' };
  }
  if (bearer !== undefined && publishable !== undefined && !bearer.startsWith('sk_')) {
    const { mode, key } = readKey(publishable, 'publishable', 'X-Publishable-Key');
    return { kind: 'user', type: 'publishable', mode, key, token: bearer };
  }
  if (bearer !== undefined) {
    if (looksLikeToken(bearer)) {
      throw makeError(tokenErrors.publishableKeyMissing, {
        message: 'A token of a user comes with a publishable key: send X-Publishable-Key too.',
        param: 'X-Publishable-Key',
      });
    }
    return readKey(bearer, 'secret', 'Authorization');
  }
  if (publishable !== undefined) {
    return readKey(publishable, 'publishable', 'X-Publishable-Key');
  }
  throw makeError(authErrors.missing, { message: 'The request carries no key: send Authorization: Bearer sk_…' });
}

export function singleHeader(headers: RequestHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

function readBearer(headers: RequestHeaders): string | undefined {
  const authorization = singleHeader(headers, 'authorization');
  if (authorization === undefined) {
    return undefined;
  }
  const token = /^bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (token === undefined) {
    throw makeError(authErrors.malformedKey, {
      message: 'The Authorization header is not of the form: Bearer sk_…',
      param: 'Authorization',
    });
  }
  return token;
}

function readKey(key: string, expected: KeyType, param: string): Extract<Credential, { kind: 'key' }> {
  const parsed = parseApiKey(key);
  if (parsed === null) {
    throw makeError(authErrors.malformedKey, {
      message: 'This is not a key of ours: its prefix, length or checksum does not fit. Was it copied completely?',
      param,
    });
  }
  if (parsed.type !== expected) {
    throw makeError(authErrors.malformedKey, {
      message:
        expected === 'secret'
          ? 'A publishable key goes into the X-Publishable-Key header.'
          : 'A secret key goes into the Authorization header: Bearer sk_…',
      param,
    });
  }
  return { kind: 'key', ...parsed, key };
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function equalInConstantTime(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
}

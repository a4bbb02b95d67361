import { hash } from 'node:crypto';
import { isJsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Clock, Http } from '../../../host/contract.ts';
import { BoundedMap } from '../../../engine/bounded-map.ts';
import type { IdentityProvider } from '../../directory.ts';
import { tokenErrors } from '../token-errors.ts';
import { checkSignature } from './check-signature.ts';
import { PublishedKeys } from './published-keys.ts';
import { readIssuer } from './read-token.ts';
import { readUserClaims, type UserClaims } from './user-claims.ts';

/** Tokens that are remembered; some 2 KB each. */
const rememberedTokens = 20_000;

interface Verified {
  readonly claims: UserClaims;
  readonly provider: IdentityProvider;
  readonly keys: PublishedKeys;
  readonly generation: number;
  /** Milliseconds since 1970, clock skew included. */
  readonly notAfter: number;
}

export interface TokenQuestion {
  readonly token: string;
  readonly environmentId: string;
  readonly identityProviders: readonly IdentityProvider[];
  readonly now: Date;
}

/**
 * Verifies tokens of end users, and remembers by their hash which ones it has: until they expire, their provider is
 * configured otherwise, or it publishes other keys. A refusal is never remembered.
 */
export class TokenVerifier {
  readonly #host: { readonly clock: Clock; readonly http: Http };
  readonly #masterKey: Uint8Array | null;
  readonly #verified = new BoundedMap<Verified>(rememberedTokens);
  readonly #keys = new Map<string, PublishedKeys>();

  constructor(host: { readonly clock: Clock; readonly http: Http }, masterKey: Uint8Array | null) {
    this.#host = host;
    this.#masterKey = masterKey;
  }

  /** Throws an AuthenticationError, or `auth/provider-unavailable`. */
  verify(question: TokenQuestion): UserClaims | Promise<UserClaims> {
    const id = `${question.environmentId} ${hash('sha256', question.token, 'base64url')}`;
    const known = this.#verified.get(id);
    if (known !== undefined && isStillGood(known, question)) {
      known.keys.refreshIfDue();
      return known.claims;
    }
    return this.#verifyAnew(id, question);
  }

  /** Two applications may share an issuer and differ in their audience: whichever takes the token is right. */
  async #verifyAnew(id: string, question: TokenQuestion): Promise<UserClaims> {
    const [first, ...others] = providersOf(question.token, question.identityProviders);
    try {
      return await this.#verifyBy(first, id, question);
    } catch (refusal) {
      for (const other of others) {
        const claims = await this.#verifyBy(other, id, question).catch(() => null);
        if (claims !== null) return claims;
      }
      throw refusal;
    }
  }

  async #verifyBy(
    provider: IdentityProvider,
    id: string,
    { token, environmentId, now }: TokenQuestion,
  ): Promise<UserClaims> {
    const keys = this.#keysOf(provider);
    const payload: unknown = await checkSignature(token, provider, keys, now);
    if (!isJsonObject(payload)) throw new TypeError('a verified payload is an object');
    const claims = readUserClaims(payload, provider, environmentId, this.#masterKey);
    const notAfter = Number(payload['exp']) * 1000 + provider.clockSkew;
    this.#verified.set(id, { claims, provider, keys, generation: keys.generation, notAfter });
    return claims;
  }

  /** Of one address, whoever it is configured by. */
  #keysOf({ issuer, jwks }: IdentityProvider): PublishedKeys {
    const id = JSON.stringify([issuer, jwks]);
    const keys = this.#keys.get(id) ?? new PublishedKeys({ issuer, jwks }, this.#host);
    this.#keys.set(id, keys);
    return keys;
  }
}

function isStillGood(known: Verified, { identityProviders, now }: TokenQuestion): boolean {
  return (
    now.getTime() < known.notAfter &&
    known.generation === known.keys.generation &&
    identityProviders.includes(known.provider)
  );
}

function providersOf(
  token: string,
  providers: readonly IdentityProvider[],
): readonly [IdentityProvider, ...IdentityProvider[]] {
  if (providers.length === 0) {
    throw makeError(tokenErrors.noProvider, {
      message: 'The environment has no IdentityProvider, so it takes no tokens of users.',
      param: 'Authorization',
    });
  }
  const issuer = readIssuer(token);
  const [first, ...others] = providers.filter((one) => one.issuer === issuer);
  if (first === undefined) {
    throw makeError(tokenErrors.unknownIssuer, {
      message: `The issuer of the token is none of ${providers.map((one) => one.issuer).join(', ')}.`,
      param: 'Authorization',
    });
  }
  return [first, ...others];
}

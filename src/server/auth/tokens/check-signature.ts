import { errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { makeError, PlatformError } from '../../../engine/platform-error/index.ts';
import type { ErrorDefinition } from '../../../engine/platform-error/index.ts';
import type { IdentityProvider } from '../../directory.ts';
import { tokenErrors } from '../token-errors.ts';
import type { PublishedKeys } from './published-keys.ts';

/** The claims of a token that the provider signed, for us, and that is valid at `now`. Throws an AuthenticationError otherwise. */
export async function checkSignature(
  token: string,
  provider: IdentityProvider,
  keys: PublishedKeys,
  now: Date,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keyOf(provider, keys), {
      // jose knows the newer name of the one curve that EdDSA is used with here.
      algorithms: provider.algorithms.flatMap((name) => (name === 'EdDSA' ? ['EdDSA', 'Ed25519'] : [name])),
      issuer: provider.issuer,
      ...(provider.audience === null ? {} : { audience: [...provider.audience] }),
      clockTolerance: provider.clockSkew / 1000,
      currentDate: now,
      requiredClaims: ['exp'],
    });
    refuseFromFuture(payload, provider, now);
    refuseOtherParty(payload, provider);
    refusePendingSession(payload, provider);
    return payload;
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw refusalOf(error, provider);
  }
}

/** A key id nobody knows may be one that is new since the keys were fetched. */
function keyOf(provider: IdentityProvider, keys: PublishedKeys): JWTVerifyGetKey {
  return async (header, token) => {
    const known = await keys.current();
    if (known === null) {
      throw makeError(tokenErrors.providerUnavailable, {
        message: `The keys of ${provider.issuer} cannot be fetched: ${reasonOf(keys.problem)}.`,
        cause: keys.problem,
      });
    }
    try {
      return await known(header, token);
    } catch (error) {
      const newer = error instanceof errors.JWKSNoMatchingKey ? await keys.newer() : null;
      if (newer === null) throw error;
      return newer(header, token);
    }
  };
}

/** A token issued later than now: jose compares `nbf` alone. Whether `iat` is a number it has looked at already. */
function refuseFromFuture({ iat }: JWTPayload, { clockSkew, issuer }: IdentityProvider, now: Date): void {
  if (iat === undefined || iat <= Math.floor(now.getTime() / 1000) + clockSkew / 1000) return;
  throw makeError(tokenErrors.notYetValid, {
    message: `The token of ${issuer} is refused: it was issued later than now (\`iat\`).`,
    param: 'Authorization',
  });
}

function refuseOtherParty({ azp }: JWTPayload, { authorizedParties, issuer }: IdentityProvider): void {
  if (authorizedParties === null || (typeof azp === 'string' && authorizedParties.includes(azp))) return;
  throw makeError(tokenErrors.party, {
    message: `The token of ${issuer} was not made for one of ${authorizedParties.join(', ')}: its \`azp\` is another, or absent.`,
    param: 'Authorization',
  });
}

/** Clerk signs tokens also for people who are still to set up a second factor, say, and tells so in a claim of its own. */
function refusePendingSession({ sts }: JWTPayload, { issuer }: IdentityProvider): void {
  if (sts !== 'pending') return;
  throw makeError(tokenErrors.pendingSession, {
    message: `The token of ${issuer} is of a session that is pending (\`sts\`): its user has still something to do to be signed in.`,
    param: 'Authorization',
  });
}

function refusalOf(error: unknown, { issuer }: IdentityProvider): unknown {
  const refused = definitionOf(error);
  if (refused === null) return error;
  const [definition, why] = refused;
  return makeError(definition, {
    message: `The token of ${issuer} is refused: ${why}.`,
    param: 'Authorization',
    cause: error,
  });
}

/** Null: no mistake of the token's. */
function definitionOf(error: unknown): readonly [ErrorDefinition, string] | null {
  if (error instanceof errors.JWTExpired) return [tokenErrors.expired, 'it has expired'];
  if (error instanceof errors.JWTClaimValidationFailed) return claimRefusal(error);
  if (error instanceof errors.JOSEAlgNotAllowed)
    return [tokenErrors.algorithm, 'it is signed in a way that is not allowed'];
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return [tokenErrors.signature, 'its signature does not fit'];
  if (error instanceof errors.JWKSMultipleMatchingKeys) {
    return [tokenErrors.unknownKey, 'several published keys could have signed it, and it names none (`kid`)'];
  }
  if (error instanceof errors.JWKSNoMatchingKey)
    return [tokenErrors.unknownKey, 'no published key fits its `kid` and `alg`'];
  // A token that cannot be read, an extension nobody knows (`crit`), a published key that cannot be used.
  if (error instanceof errors.JOSEError) return [tokenErrors.malformed, 'it cannot be read as a signed token'];
  return error instanceof TypeError || error instanceof DOMException
    ? [tokenErrors.unknownKey, 'the published key of its `kid` cannot be used']
    : null;
}

function claimRefusal({ claim, reason }: errors.JWTClaimValidationFailed): readonly [ErrorDefinition, string] {
  if (reason === 'missing' || reason === 'invalid') {
    return [tokenErrors.claimMissing, `its claim \`${claim}\` is absent or of another form`];
  }
  if (claim === 'nbf') return [tokenErrors.notYetValid, 'it is valid only later (`nbf`)'];
  if (claim === 'aud') return [tokenErrors.audience, 'it was made for another audience'];
  return [tokenErrors.malformed, `its claim \`${claim}\` does not fit`];
}

function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : 'they have just been asked for';
}

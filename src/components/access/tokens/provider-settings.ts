import type { JsonObject } from '../../../engine/json.ts';
import { objectOf, textOf, textsOf } from '../../../engine/json-fields.ts';
import { durationMilliseconds } from '../../../engine/values/duration.ts';
import type { IdentityProvider } from '../../../server/directory.ts';

/** How an IdentityProvider's body says that tokens are verified, what it leaves out filled in. */
export function providerFrom(body: JsonObject): IdentityProvider {
  const claims = objectOf(body['claims']);
  return {
    issuer: textOf(body['issuer']) ?? '',
    audience: body['audience'] === undefined ? null : textsOf(body['audience']),
    authorizedParties: body['authorizedParties'] === undefined ? null : textsOf(body['authorizedParties']),
    algorithms: body['algorithms'] === undefined ? ['RS256'] : textsOf(body['algorithms']),
    jwks: textOf(body['jwks']) ?? null,
    clockSkew: durationMilliseconds(textOf(body['clockSkew']) ?? '30s') ?? 0,
    claims: {
      user: textOf(claims['user']) ?? 'sub',
      tenant: textOf(claims['tenant']) ?? null,
      publishableKey: textOf(claims['publishableKey']) ?? 'publishableKey',
      session: textOf(claims['session']) ?? 'sid',
      enriched: textOf(claims['enriched']) ?? null,
    },
  };
}

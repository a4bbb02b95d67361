import type { JsonObject } from '../../engine/json.ts';
import { textOf } from '../../engine/json-fields.ts';
import type { KindPolicy } from '../../engine/model/registry.ts';
import { durationMilliseconds } from '../../engine/values/duration.ts';
import { isPrivateAddress } from '../../engine/values/network.ts';
import type { AccessFinding } from './findings.ts';

export const identityProviderPolicy: KindPolicy = { check };

const longestSkew = 5 * 60_000;

function check(body: JsonObject): readonly AccessFinding[] {
  return [
    ...addressFindings(body, 'issuer'),
    ...addressFindings(body, 'jwks'),
    ...audienceFindings(body),
    ...skewFindings(textOf(body['clockSkew'])),
  ];
}

/** Keys fetched in clear over a network can be replaced by anybody on the way. */
function addressFindings(body: JsonObject, field: 'issuer' | 'jwks'): readonly AccessFinding[] {
  const address = textOf(body[field]);
  if (address === undefined || !URL.canParse(address) || isPrivateAddress(address)) return [];
  const message = `\`${field}\` is reached without encryption, so its keys could be replaced on the way.`;
  const hint = 'Write https://; http:// is for localhost only.';
  return [{ code: 'access/provider-in-clear', pointer: `/${field}`, message, hint }];
}

/** Tokens that the provider made for another application would open this product too. */
function audienceFindings(body: JsonObject): readonly AccessFinding[] {
  if (body['audience'] !== undefined || body['authorizedParties'] !== undefined) return [];
  return [
    {
      code: 'access/provider-without-audience',
      pointer: '/issuer',
      because: ['/audience', '/authorizedParties'],
      message: 'A token that this issuer made for any other application would be taken.',
      hint: 'Add `audience` with what stands in `aud`, or `authorizedParties` with what stands in `azp`.',
    },
  ];
}

function skewFindings(skew: string | undefined): readonly AccessFinding[] {
  if (skew === undefined || (durationMilliseconds(skew) ?? 0) <= longestSkew) return [];
  return [
    {
      code: 'access/clock-skew-too-large',
      pointer: '/clockSkew',
      message: 'Clocks that differ by more than `5m` keep expired tokens alive: set them right instead.',
    },
  ];
}

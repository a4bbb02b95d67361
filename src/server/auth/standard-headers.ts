import { makeError } from '../../engine/platform-error/index.ts';
import { authErrors } from './errors.ts';
import { type RequestHeaders, singleHeader } from './credential.ts';

/** The query parameter that a publishable key may stand in. */
export const keyParameter = 'pk';

/**
 * The headers of a request with its key where our own clients put it. Clients of a standard send it as they can: in
 * `X-API-Key`, a publishable key as a bearer, or in the address. Throws an AuthenticationError for two keys at once.
 */
export function standardHeaders(
  headers: RequestHeaders,
  query: { readonly [name: string]: unknown },
  keysIn: 'headers' | 'address',
): RequestHeaders {
  const { authorization, 'x-api-key': _apiKey, 'x-publishable-key': _publishableKey, ...rest } = headers;
  const bearer = typeof authorization === 'string' ? /^bearer +(pk_\S+) *$/i.exec(authorization)?.[1] : undefined;
  const apiKey = singleHeader(headers, 'x-api-key');
  const inAddress = keysIn === 'address' && typeof query[keyParameter] === 'string' ? query[keyParameter] : undefined;
  const secret = [
    ...(bearer === undefined && authorization !== undefined ? [authorization] : []),
    ...(apiKey === undefined || apiKey.startsWith('pk_') ? [] : [`Bearer ${apiKey}`]),
  ];
  const publishable = [
    singleHeader(headers, 'x-publishable-key'),
    bearer,
    apiKey?.startsWith('pk_') === true ? apiKey : undefined,
    inAddress,
  ].filter((key) => key !== undefined);
  if (secret.length > 1 || new Set(publishable).size > 1) {
    throw makeError(authErrors.repeatedHeader, { message: 'The request carries more than one key.' });
  }
  return {
    ...rest,
    ...(secret[0] === undefined ? {} : { authorization: secret[0] }),
    ...(publishable[0] === undefined ? {} : { 'x-publishable-key': publishable[0] }),
  };
}

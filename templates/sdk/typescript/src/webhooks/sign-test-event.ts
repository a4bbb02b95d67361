import { ConfigurationError } from '../core/errors.ts';
import { bytesOf, type RawBody } from './raw-body.ts';
import { requireSecrets, signatureOf } from './signature.ts';

/**
 * The header `X-Platform-Signature` as Dream would send it, for tests of what receives webhooks.
 *
 * @param timestamp Seconds since 1970; absent: now.
 */
export async function signTestEvent(
  rawBody: RawBody,
  secret: string,
  options?: { readonly timestamp?: number | undefined } | null,
): Promise<string> {
  const { timestamp = Date.now() / 1000 } = options ?? {};
  requireSecrets(secret);
  if (!(Number.isFinite(timestamp) && timestamp >= 0)) {
    throw new ConfigurationError('timestamp must be seconds since 1970');
  }
  const seconds = String(Math.floor(timestamp));
  return `t=${seconds},v1=${await signatureOf(bytesOf(rawBody), secret, seconds)}`;
}

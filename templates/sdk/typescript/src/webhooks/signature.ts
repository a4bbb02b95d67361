import { ConfigurationError } from '../core/errors.ts';

const encoder = new TextEncoder();

/** One or several. Of `null` WebCrypto would make the key `null`, by which anybody could sign. */
export function requireSecrets(secret: string | readonly string[]): readonly string[] {
  const secrets = [secret].flat();
  if (secrets.length === 0) throw new ConfigurationError('No secret was given');
  for (const one of secrets) {
    if (typeof one !== 'string' || one.trim() === '') {
      throw new ConfigurationError('The secret of the webhook endpoint must be text, and not empty');
    }
  }
  return secrets;
}

/** HMAC-SHA256 of `<seconds>.<body>` in hexadecimal. The key is the secret as it is written, `whsec_` included. */
export async function signatureOf(body: Uint8Array, secret: string, seconds: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const start = encoder.encode(`${seconds}.`);
  const signed = new Uint8Array(start.length + body.length);
  signed.set(start);
  signed.set(body, start.length);
  const bytes = new Uint8Array(await crypto.subtle.sign(algorithm, key, signed));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** In a time that tells nothing of where they differ. */
export function isSameSignature(expected: string, given: string): boolean {
  let difference = expected.length ^ given.length;
  for (let at = 0; at < expected.length; at += 1) difference |= expected.charCodeAt(at) ^ given.charCodeAt(at);
  return difference === 0;
}

import { createHmac } from 'node:crypto';

/** The header that carries the signature. */
export const signatureHeader = 'X-Platform-Signature';

/**
 * `t=<seconds>,v1=<hex>`: the HMAC-SHA256 of `<seconds>.<body>`, with one `v1` for each secret that is valid now, so
 * that a receiver may hold either while they are exchanged. `body` is signed byte for byte as it is sent.
 */
export function signatureOf(body: string, secrets: readonly string[], now: Date): string {
  const seconds = String(Math.floor(now.getTime() / 1000));
  const signatures = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex')}`,
  );
  return [`t=${seconds}`, ...signatures].join(',');
}

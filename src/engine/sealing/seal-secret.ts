import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

const nonceLength = 12;
const tagLength = 16;

/** Bytes of a master key: AES-256. */
export const masterKeyLength = 32;

/**
 * Encrypts with AES-256-GCM: nonce, ciphertext, tag. `context` names what the secret belongs to; it is
 * authenticated, so that a sealed value moved to another row does not open there.
 * `nonce` is 12 random bytes, never used twice with one key.
 */
export function sealSecret(
  masterKey: Uint8Array,
  nonce: Uint8Array,
  context: readonly string[],
  secret: string,
): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', masterKey, nonce, { authTagLength: tagLength });
  cipher.setAAD(additionalData(context));
  return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Null when `sealed` was not made with this key and context, or was altered since. */
export function openSecret(masterKey: Uint8Array, context: readonly string[], sealed: Uint8Array): string | null {
  if (sealed.length < nonceLength + tagLength) {
    return null;
  }
  const tagStart = sealed.length - tagLength;
  const decipher = createDecipheriv('aes-256-gcm', masterKey, sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(additionalData(context));
  decipher.setAuthTag(sealed.subarray(tagStart));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceLength, tagStart)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** First 8 hexadecimal digits of the key's sha256: tells which key sealed a row, and gives nothing away. */
export function masterKeyName(masterKey: Uint8Array): string {
  return createHash('sha256').update(masterKey).digest('hex').slice(0, 8);
}

function additionalData(context: readonly string[]): Uint8Array {
  return Buffer.from(JSON.stringify(context), 'utf8');
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { JsonObject } from '../json.ts';

/** Bytes: half of a SHA-256, which is enough to be unguessable, and short for what travels with every request. */
const sealLength = 16;

/**
 * Proves later that `claims` were made here and for this context (environment and user), whoever carried them
 * meanwhile: people can write into their own tokens at some identity providers. 22 characters of base64url.
 */
export function sealClaims(masterKey: Uint8Array, context: readonly string[], claims: JsonObject): string {
  return digest(masterKey, context, claims).toString('base64url');
}

export function isSealOf(seal: string, masterKey: Uint8Array, context: readonly string[], claims: JsonObject): boolean {
  const given = Buffer.from(seal, 'base64url');
  return given.length === sealLength && timingSafeEqual(given, digest(masterKey, context, claims));
}

function digest(masterKey: Uint8Array, context: readonly string[], claims: JsonObject): Buffer {
  return createHmac('sha256', masterKey)
    .update('token-claims')
    .update(canonicalJson([context, claims]))
    .digest()
    .subarray(0, sealLength);
}

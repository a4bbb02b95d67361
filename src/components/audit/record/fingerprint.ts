import { createHmac } from 'node:crypto';
import { canonicalJson, hashJson } from '../../../engine/canonical-json.ts';
import type { JsonObject } from '../../../engine/json.ts';

const keyed = 'hmac-sha256:';
const withoutPersonal = 'sha256:';

/**
 * Tells whether what comes again under a key is the same. It outlives what was erased, so it gives nothing of that away
 * to whoever has it and tries values: it is keyed by the master key, and where there is none, what is personal is no part
 * of it.
 */
export function fingerprintOf(content: JsonObject, masterKey: Uint8Array | null): string {
  if (masterKey !== null) return keyed + hmac(content, masterKey);
  const { personal: _, ...rest } = content;
  return withoutPersonal + hashJson(rest);
}

/** Whether a fingerprint is of this content, in whichever way it was made. */
export function isFingerprintOf(fingerprint: string, content: JsonObject, masterKey: Uint8Array | null): boolean {
  if (fingerprint.startsWith(withoutPersonal)) return fingerprint === fingerprintOf(content, null);
  if (fingerprint.startsWith(keyed)) return masterKey !== null && fingerprint === fingerprintOf(content, masterKey);
  // As servers made them before, for as long as those are kept.
  return fingerprint === hashJson(content);
}

/** The first word keeps it apart from all else that the key signs. */
function hmac(content: JsonObject, masterKey: Uint8Array): string {
  return createHmac('sha256', masterKey).update('audit-receipt').update(canonicalJson(content)).digest('hex');
}

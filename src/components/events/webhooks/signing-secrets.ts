import { openSecret, sealSecret } from '../../../engine/sealing/seal-secret.ts';
import type { Random } from '../../../host/contract.ts';

/** What a secret belongs to that the server made for an endpoint: it opens nowhere else. */
function contextOf(environmentId: string, endpoint: string): readonly string[] {
  return ['webhook-secret', environmentId, endpoint];
}

/** `whsec_…`: 32 random bytes. */
export function makeSecret(random: Random): string {
  return `whsec_${Buffer.from(random.bytes(32)).toString('base64url')}`;
}

export interface Sealing {
  readonly masterKey: Uint8Array;
  readonly environmentId: string;
  readonly endpoint: string;
}

export function seal({ endpoint, environmentId, masterKey }: Sealing, random: Random, secret: string): Uint8Array {
  return sealSecret(masterKey, random.bytes(12), contextOf(environmentId, endpoint), secret);
}

/** Null when it was sealed with another master key, or altered. */
export function open({ endpoint, environmentId, masterKey }: Sealing, sealed: Uint8Array): string | null {
  return openSecret(masterKey, contextOf(environmentId, endpoint), sealed);
}

/** A secret of the configuration may hold two, with white space between, while they are exchanged: both sign. */
export function secretsIn(value: string): readonly string[] {
  return value.split(/\s+/).filter((secret) => secret !== '');
}

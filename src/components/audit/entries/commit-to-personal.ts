import { createHash } from 'node:crypto';
import type { Json } from '../../../engine/json.ts';
import type { Random } from '../../../host/contract.ts';
import { canonicalText } from './canonical-entry.ts';

/** What an entry only commits to, and by what. */
export interface Personal {
  readonly commitment: `sha256:${string}`;
  readonly salt: Uint8Array;
  /** Canonical JSON. */
  readonly payload: string;
}

/** Salted, so that nobody who has the entry alone can find the payload by trying. */
export function commitToPersonal(value: Json, random: Random): Personal {
  const salt = random.bytes(32);
  const payload = canonicalText(value);
  return { commitment: commitmentOf(salt, payload), salt, payload };
}

function commitmentOf(salt: Uint8Array, payload: string): `sha256:${string}` {
  return `sha256:${createHash('sha256').update(salt).update(payload).digest('hex')}`;
}

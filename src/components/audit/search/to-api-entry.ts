import type { JsonObject } from '../../../engine/json.ts';
import type { FoundEntry } from './queries.ts';

/** An entry as the API gives it: its members, and its place in the chain. */
export function toApiEntry({ body, hash, previousHash, sequence }: FoundEntry): JsonObject {
  return {
    ...readObject(body),
    sequence: sequence === null ? null : Number(sequence),
    hash: hash === null ? null : `sha256:${hash}`,
    previousHash: previousHash === null ? null : `sha256:${previousHash}`,
  };
}

/** Written by us, as an object. */
export function readObject(text: string): JsonObject {
  return JSON.parse(text) as JsonObject;
}

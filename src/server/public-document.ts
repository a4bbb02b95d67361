import type { JsonObject } from '../engine/json.ts';

/** A document that anybody may read without a key. It tells of the server itself, and of no environment. */
export interface PublicDocument {
  /** What logs and metrics call it. */
  readonly id: string;
  /** `/.well-known/…`; answers to GET. */
  readonly path: string;
  /** `base` is where the server is reached, without a slash at its end: `https://dream.acme.com`. */
  readonly render: (base: string) => JsonObject;
}

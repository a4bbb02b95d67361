import type { JsonObject } from '../../../engine/json.ts';

/** One call of an endpoint, and what came of it. */
export interface Attempt extends JsonObject {
  /** When it began: an instant. */
  readonly at: string;
  /** How long it took. */
  readonly milliseconds: number;
  /** Of the answer; null where there was none. */
  readonly status: number | null;
  /** Why there was no good answer: `timeout: no answer within 10000 ms`. Null where there was. */
  readonly problem: string | null;
  /** The beginning of the answer's body. */
  readonly excerpt: string;
}

/** Characters of an answer that are kept. */
const excerptLength = 500;

/** As much of the body as is kept, without what a terminal or a log would stumble over. */
export function excerptOf(body: Uint8Array): string {
  return Buffer.from(body)
    .toString('utf8')
    .slice(0, excerptLength)
    .replace(/[^\P{Cc}\t\n]/gu, '\ufffd');
}

import { DreamError } from '../core/errors.ts';

/** What was thrown, in a sentence. Anything may be thrown by a client that is none of ours. */
export function problemOf(thrown: unknown, otherwise: string): string {
  if (thrown instanceof DreamError) return String(thrown);
  return thrown instanceof Error ? thrown.message : otherwise;
}

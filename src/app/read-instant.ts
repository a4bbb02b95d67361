import { durationMilliseconds } from '../engine/values/duration.ts';
import { instantMilliseconds } from '../engine/values/instant.ts';
import { usageError } from './command-errors.ts';

/** @throws ValidationError `cli/usage` for what is no date and no moment */
export function readInstant(text: string): Date {
  const milliseconds = instantMilliseconds(text);
  if (milliseconds !== undefined) return new Date(milliseconds);
  throw usageError(`${text} is not an instant.`, 'Write 2026-03-01 or 2026-03-01T09:30:00Z.');
}

/**
 * The same, or `24h`: that long ago.
 *
 * @throws ValidationError `cli/usage` for what is none of them
 */
export function readPast(text: string, now: Date): Date {
  const ago = durationMilliseconds(text);
  const moment = new Date(ago === undefined ? (instantMilliseconds(text) ?? Number.NaN) : now.getTime() - ago);
  // So long ago that no calendar has it is as little a moment as what cannot be read.
  if (!Number.isNaN(moment.getTime()) && moment.getUTCFullYear() > 0) return moment;
  throw usageError(
    `${text} is not a moment of the past.`,
    'Write 2026-03-01, 2026-03-01T09:30:00Z, or 24h for that long ago.',
  );
}

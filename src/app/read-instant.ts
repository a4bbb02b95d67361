import { usageError } from './command-errors.ts';
import { instantMilliseconds } from '../engine/values/instant.ts';

/** @throws ValidationError `cli/usage` for what is no date and no moment */
export function readInstant(text: string): Date {
  const milliseconds = instantMilliseconds(text);
  if (milliseconds !== undefined) return new Date(milliseconds);
  throw usageError(`${text} is not an instant.`, 'Write 2026-03-01 or 2026-03-01T09:30:00Z.');
}

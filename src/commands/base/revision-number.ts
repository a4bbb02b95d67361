import { usageError } from '../../app/command-errors.ts';

/** Reads a positional argument as the number of a revision, at least `first`. Its mistakes name the argument. */
export function revisionNumber(argument: string, first: 0 | 1): (text: string) => Promise<number> {
  const hint = first === 0 ? 'Revisions count from 1; 0 is the empty environment.' : 'Revisions count from 1.';
  return async (text) => {
    const number = /^\d{1,9}$/u.test(text) ? Number(text) : -1;
    if (number < first) throw usageError(`Argument ${argument}: ${text} is not the number of a revision.`, hint);
    return number;
  };
}

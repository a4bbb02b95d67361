import * as Flags from '@oclif/core/flags';
import { usageError } from '../../app/command-errors.ts';

/** Where to write. A variable of the shell that is not set must not stand for the current directory. */
export const outOption = Flags.custom<string>({
  char: 'o',
  helpValue: 'DIR',
  parse: async (text) => {
    if (text === '') throw usageError('--out names no place.', 'Write . for the current directory.');
    return text;
  },
});

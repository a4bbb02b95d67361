import type { Diagnostic } from '../engine/diagnostic/diagnostic.ts';
import { defineError, makeError, PlatformError } from '../engine/platform-error/index.ts';
import { didYouMean } from '../engine/validate/did-you-mean.ts';

/** What can go wrong before a control plane is asked. */
export const commandErrors = {
  usage: defineError({
    code: 'cli/usage',
    type: 'validation',
    userMessage: 'The command was not understood.',
    meaning:
      'An option, an argument or a command is unknown, missing or malformed. `details.hint` names what was probably meant.',
  }),
  invalidConfiguration: defineError({
    code: 'cli/invalid-configuration',
    type: 'validation',
    userMessage: 'The configuration has mistakes.',
    meaning:
      'The files of the project have errors, so nothing was sent or written. `details.diagnostics` lists them as `validate --json` does.',
  }),
  notConfirmed: defineError({
    code: 'cli/not-confirmed',
    type: 'validation',
    userMessage: 'Nothing was changed.',
    meaning: 'The person at the terminal did not answer yes. `--yes` applies without asking.',
  }),
  exists: defineError({
    code: 'cli/exists',
    type: 'conflict',
    userMessage: 'There is already a file of that name.',
    meaning:
      '`dream init`, `dream import flags` and `dream audit export` never overwrite a file or a folder that holds something, and `dream plan --out` none but an older changeset.',
  }),
  file: defineError({
    code: 'cli/file',
    type: 'validation',
    userMessage: 'A file cannot be read or written.',
    meaning:
      'A file that the command line names is missing, is a directory, may not be used, or its disk is full. `details.path` names it.',
  }),
  output: defineError({
    code: 'cli/output',
    type: 'server',
    userMessage: 'The output cannot be written.',
    meaning: 'Standard output leads to a full disk or to a device that failed. What the command had to do is done.',
  }),
} as const;

export function usageError(message: string, hint?: string): PlatformError {
  return makeError(commandErrors.usage, { message, ...(hint === undefined ? {} : { details: { hint } }) });
}

/** For a word that is not among those there are: names the likely one, else says `otherwise`, else all of them. */
export function unknownError(
  message: string,
  word: string,
  known: readonly string[],
  otherwise = `There ${known.length === 1 ? 'is' : 'are'} ${known.join(', ') || 'none'}.`,
): PlatformError {
  return usageError(message, didYouMean(word, known) ?? otherwise);
}

export function notConfirmedError(): PlatformError {
  return makeError(commandErrors.notConfirmed, {
    message: 'Nothing was changed: the question was not answered with yes.',
  });
}

/** The diagnostics travel with the error, for `--json`; a person has seen them already. */
export class InvalidConfigurationError extends PlatformError {
  readonly diagnostics: readonly Diagnostic[];
  /** What the diagnostics' files are relative to. */
  readonly directory: string;

  constructor(diagnostics: readonly Diagnostic[], directory: string, outcome = 'nothing was sent') {
    const { code, status, type, userMessage } = commandErrors.invalidConfiguration;
    super(type, status, { code, userMessage, message: `The configuration has mistakes; ${outcome}.` });
    this.diagnostics = diagnostics;
    this.directory = directory;
  }
}

import { unknownError } from '../../app/command-errors.ts';
import { isOutputError } from '../../app/file-error.ts';
import { errorJson, formatError } from '../../views/error.ts';
import { exitCodes } from '../base/exit-code.ts';
import { styleFor } from '../base/terminal.ts';
import type { Route } from './route.ts';
import { writeOut } from '../base/write-out.ts';

/** For what goes wrong outside any command: one sentence, or JSON when that was asked for, and exit code 1. */
export async function reportFailure(error: Error, argv: readonly string[]): Promise<void> {
  // Help goes through Node's own stream, and its reader may have gone.
  if ('code' in error && error.code === 'EPIPE') return;
  process.exitCode = exitCodes.error;
  if (argv.includes('--json') && !isOutputError(error)) {
    writeOut(1, `${JSON.stringify(errorJson(error), null, 2)}\n`);
    return;
  }
  const style = await styleFor(2, process.env, !argv.includes('--no-color'));
  writeOut(2, `${formatError(error, style)}\n`);
  if (process.env['DREAM_DEBUG'] === '1') writeOut(2, `${error.stack ?? ''}\n`);
}

export async function reportUnknownCommand(
  asked: Extract<Route, { type: 'unknown' }>,
  argv: readonly string[],
): Promise<void> {
  const what = asked.words.startsWith('-') ? 'option' : 'command';
  const message = `There is no ${what} ${asked.words}.`;
  // Of a topic all commands are named; of everything they are too many.
  const otherwise = asked.words.includes(' ') ? undefined : 'dream --help lists the commands.';
  await reportFailure(unknownError(message, asked.words, asked.likely, otherwise), argv);
}

import { makeError } from '../engine/platform-error/index.ts';
import type { FileProblem } from '../host/contract.ts';
import { isFileProblem } from '../host/file-problem.ts';
import { commandErrors } from './command-errors.ts';

const sentences: { readonly [problem in FileProblem['problem']]: (path: string, reason: string) => string } = {
  'not-found': (path) => `There is no ${path}.`,
  'not-permitted': (path) => `${path} cannot be used: permission is denied.`,
  'not-a-directory': (path) => `${path} cannot be used: a part of it is a file where a directory should be.`,
  'is-a-directory': (path) => `${path} is a directory, not a file.`,
  'link-loop': (path) => `${path} cannot be used: its links lead back to themselves.`,
  other: (path, reason) => `${path} cannot be used: ${reason}.`,
};

/** What a command meets with a file that its user named, as an error of ours; any other error as it is. */
export function asFileError(error: Error): Error {
  if (!isFileProblem(error)) return error;
  const { path, problem } = error;
  const message = sentences[problem](path, systemReason(error.cause));
  return makeError(commandErrors.file, { message, details: { path, problem }, cause: error });
}

/** For what was printed and could not be written: a full disk behind `>`, a device that failed. */
export function outputError(cause: unknown): Error {
  return makeError(commandErrors.output, {
    message: `The output cannot be written: ${systemReason(cause)}.`,
    cause,
  });
}

export function isOutputError(error: Error): boolean {
  return 'code' in error && error.code === commandErrors.output.code;
}

/** `ENOSPC: no space left on device, write` without its code and its system call. */
function systemReason(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return /^E[A-Z0-9]+: ([^,]+)/u.exec(text)?.[1] ?? text;
}

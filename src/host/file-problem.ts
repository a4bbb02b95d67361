import type { FileProblem } from './contract.ts';

const problemByErrno: { readonly [code: string]: FileProblem['problem'] } = {
  ENOENT: 'not-found',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  ENOTDIR: 'not-a-directory',
  // What stands in the way of making a folder.
  EEXIST: 'not-a-directory',
  EISDIR: 'is-a-directory',
  ELOOP: 'link-loop',
};

/** The one error that file access rejects with; keeps the operating system's error as its cause. */
class FileAccessError extends Error implements FileProblem {
  override readonly name = 'FileProblem';
  readonly problem: FileProblem['problem'];
  readonly path: string;

  constructor(path: string, cause: unknown, problem = problemByErrno[errnoOf(cause)] ?? 'other') {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.problem = problem;
    this.path = path;
  }
}

/** `problem` for one who knows better than the system's error, which may name what only followed. */
export function fileProblem(path: string, cause: unknown, problem?: FileProblem['problem']): FileProblem {
  return new FileAccessError(path, cause, problem);
}

/** By its name and not by its class, of which there is one in each part of the program that is built apart. */
export function isFileProblem(error: unknown): error is FileProblem {
  return error instanceof Error && error.name === 'FileProblem' && 'problem' in error && 'path' in error;
}

/** `ENOENT`; empty where the system did not say. */
export function errnoOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : '';
}

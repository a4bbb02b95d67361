import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { state, type Statement } from '../diagnostic/statement.ts';
import { atStart } from '../source/decode-source.ts';

/** Why a file or folder could not be read, as the host says it. */
export function troubleOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'problem' in error && typeof error.problem === 'string')
    return error.problem;
  return 'other';
}

/** A diagnostic at the file (or folder) itself: nothing in it can be pointed at. */
export function fileTrouble(file: string, what: 'file' | 'folder', error: unknown): Diagnostic {
  return atStart(file, wordTrouble(what, troubleOf(error), error));
}

function wordTrouble(what: 'file' | 'folder', trouble: string, error: unknown): Statement {
  switch (trouble) {
    case 'not-found':
      return state('file/not-found', {});
    case 'not-permitted':
      return state('file/not-permitted', { what });
    case 'link-loop':
      return state('file/link-loop', {});
    case 'is-a-directory':
      return state('file/not-a-file', {});
    default:
      return state('file/not-readable', { what, reason: error instanceof Error ? error.message : 'unknown reason' });
  }
}

import { hashJson } from '../canonical-json.ts';
import type { KindRegistry } from '../model/registry.ts';
import { toJson } from '../to-json.ts';

/**
 * A desired state whose plan is known to be the empty changeset, and what that knowledge rests on: it holds at this
 * revision and for this program only. Every change of what a plan compares with raises the revision.
 */
export interface Settled {
  /** Of the desired state, see `hashDesiredState`. */
  readonly desiredHash: string;
  readonly revision: number;
  /** See {@link nameProgram}. */
  readonly program: string;
}

/** Anything else than the very same is no knowledge at all. */
export function isSame(known: Settled | null, asked: Settled): boolean {
  return (
    known !== null &&
    known.desiredHash === asked.desiredHash &&
    known.revision === asked.revision &&
    known.program === asked.program
  );
}

/** One name for a version of the program with its models: another may compare the same state differently. */
export function nameProgram(version: string, { kinds }: KindRegistry): string {
  return hashJson(toJson({ version, models: [...kinds.values()].map(({ model }) => model) }));
}

import type { Session } from '../../../db/contract.ts';
import { assembleChangeset } from '../../../engine/changeset/assemble-changeset.ts';
import type { Changeset } from '../../../engine/changeset/changeset.ts';
import { changeErrors } from '../../../engine/changeset/errors.ts';
import { isSame } from '../../../engine/changeset/settled.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Caller } from '../../../server/caller.ts';
import type { Dependencies } from '../dependencies.ts';
import { selectEnvironment } from './queries.ts';

/**
 * The empty changeset, byte for byte as `prepareChangeset` computes it, for a desired state that is known to need
 * no change. One row is read, and never is anything guessed: what is not known is asked for.
 *
 * @throws ConflictError `changes/desired-state-needed`
 */
export async function planSettled(
  session: Session,
  caller: Caller,
  desiredHash: string,
  { program, registry }: Dependencies,
): Promise<Changeset> {
  const { revision, settings, settled } = await selectEnvironment(session, false);
  if (!isSame(settled, { desiredHash, revision, program: program() })) {
    throw makeError(changeErrors.desiredStateNeeded, {
      message: `the desired state ${desiredHash.slice(0, 12)} is not known to need no change: send it whole`,
      param: 'desiredHash',
    });
  }
  // The hash holds project and environment, and the apply that settled it found them to be the credential's.
  const { project, environment } = caller;
  const unchanged = { drafts: [], impacts: [], conflicts: [], settings: { before: settings, after: settings } };
  return assembleChangeset({ project, environment, ...unchanged }, registry);
}

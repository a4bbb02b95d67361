import type { Session } from '../../../db/contract.ts';
import { type Changeset, changesetFormatVersion } from '../../../engine/changeset/changeset.ts';
import { fingerprintOfRest } from '../../../engine/changeset/fingerprint-of-rest.ts';
import type { AllowedFigures } from '../../../engine/changeset/guardrails.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { hashDesiredState } from '../../../engine/hash-desired-state.ts';
import type { DesiredState } from '../../../engine/resource.ts';
import type { Caller } from '../../../server/caller.ts';
import type { ChangedBesides } from '../../../server/changed.ts';
import type { Dependencies } from '../dependencies.ts';
import { carryAlong } from './carry-along.ts';
import { type Commitment, commitChangeset } from './commit-changeset.ts';
import { dryRun } from './dry-run.ts';
import { changeErrors } from '../../../engine/changeset/errors.ts';
import { recordEvents } from './record-events.ts';
import { leavesNothing } from './leaves-nothing.ts';
import { notOneOf } from './not-one-of.ts';
import { type Intent, prepareChangeset, type PreparedChangeset } from './prepare-changeset.ts';
import { replayChangeset } from './replay-changeset.ts';

/** The body of `POST /v1/revisions`. */
export interface ApplyBody {
  readonly desired?: DesiredState;
  readonly changeset?: Changeset;
  readonly expect?: string;
  readonly approve?: string;
  readonly allow?: AllowedFigures;
  readonly adopt?: boolean;
  readonly dryRun?: boolean;
  readonly author: string;
  readonly commit?: string;
  readonly message?: string;
}

export interface Applied {
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
}

/** What was applied, for whoever asked, and what came about by it besides, for the record. */
export interface Made {
  readonly applied: Applied;
  readonly besides: readonly ChangedBesides[];
}

/** Computes, checks and makes a change, in the caller's one transaction. */
export async function apply(
  session: Session,
  caller: Caller,
  body: ApplyBody,
  now: Date,
  dependencies: Dependencies,
): Promise<Made> {
  const prepared = await prepare(session, caller, body, dependencies);
  const commitment: Commitment = {
    cause: 'apply',
    author: body.author,
    revisionId: dependencies.host.ids.next('rev'),
    now,
    ...pick(body),
    ...expectation(body, prepared),
    ...settlement(body, prepared, dependencies),
  };
  return commitOrRehearse(session, prepared, commitment, body.dryRun === true, dependencies);
}

/** The last step that apply, rollback and the resource operations share. */
export async function commitOrRehearse(
  session: Session,
  prepared: PreparedChangeset,
  commitment: Commitment,
  rehearse: boolean,
  { components, host, masterKey, ports }: Pick<Dependencies, 'components' | 'host' | 'masterKey' | 'ports'>,
): Promise<Made> {
  const besides: ChangedBesides[] = [];
  const commit = async (within: Session): Promise<number> => {
    const made = await commitChangeset(within, prepared, commitment);
    const { author, now } = commitment;
    const { changes } = prepared.changeset;
    await carryAlong(within, changes, components, {
      author,
      now,
      ports,
      random: host.random,
      masterKey,
      besides: (changed) => besides.push(changed),
    });
    await recordEvents(within, changes, components, { author, now, ids: host.ids, revision: made });
    return made;
  };
  const revision = rehearse ? await dryRun(session, commit) : await commit(session);
  return { applied: { revision, changeset: prepared.changeset, dryRun: rehearse }, besides };
}

/** @throws ValidationError `changes/wrong-environment` when the files and the credential disagree. */
export function refuseWrongEnvironment(
  caller: Caller,
  named: { readonly project: string; readonly environment: string },
): void {
  if (named.project === caller.project && named.environment === caller.environment) return;
  throw makeError(changeErrors.wrongEnvironment, {
    message: `the request is for ${named.project}/${named.environment}, the credential for ${caller.project}/${caller.environment}`,
  });
}

export function intentOf(desired: DesiredState, adopt: boolean, allow: AllowedFigures): Intent {
  return { ...desired, adopt, allow };
}

async function prepare(
  session: Session,
  caller: Caller,
  body: ApplyBody,
  dependencies: Dependencies,
): Promise<PreparedChangeset> {
  if (body.changeset !== undefined && body.desired === undefined) {
    refuseWrongEnvironment(caller, body.changeset);
    refuseOtherFormat(body.changeset);
    return replayChangeset(session, body.changeset, body.allow ?? {}, dependencies);
  }
  if (body.desired === undefined || body.changeset !== undefined) throw notOneOf('changeset', body.desired);
  refuseWrongEnvironment(caller, body.desired);
  return prepareChangeset(session, intentOf(body.desired, body.adopt === true, body.allow ?? {}), true, dependencies);
}

/** The schema lets any integer through, since a newer version's changeset deserves a better sentence than "not 1". */
function refuseOtherFormat(changeset: { readonly formatVersion: number }): void {
  const { formatVersion } = changeset;
  if (formatVersion === changesetFormatVersion) return;
  throw makeError(changeErrors.formatVersion, {
    message: `the changeset has format ${formatVersion}, this server reads ${changesetFormatVersion}`,
    param: 'changeset.formatVersion',
  });
}

/** A saved changeset vouches for its own fingerprint, or for that of what somebody else has left of it. */
function expectation(
  { changeset: saved, expect }: ApplyBody,
  { changeset, partlyMade }: PreparedChangeset,
): Pick<Commitment, 'expect' | 'saved'> {
  if (saved === undefined) return expect === undefined ? {} : { expect };
  return { saved, expect: partlyMade === true ? fingerprintOfRest(saved, changeset) : saved.fingerprint };
}

/** Only files that were sent whole can be settled, and only by a changeset after which a plan of them is empty. */
function settlement(
  { desired }: ApplyBody,
  { changeset, compared }: PreparedChangeset,
  { program, registry }: Dependencies,
): Pick<Commitment, 'settles'> {
  if (desired === undefined || compared === undefined) return {};
  if (!leavesNothing(compared, changeset.changes, registry)) return {};
  return { settles: { desiredHash: hashDesiredState(desired), program: program() } };
}

function pick(body: ApplyBody): Pick<Commitment, 'approve' | 'commit' | 'message'> {
  return {
    ...(body.approve === undefined ? {} : { approve: body.approve }),
    ...(body.commit === undefined ? {} : { commit: body.commit }),
    ...(body.message === undefined ? {} : { message: body.message }),
  };
}

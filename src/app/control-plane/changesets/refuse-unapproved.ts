import type { Changeset } from '../../../engine/changeset/changeset.ts';
import { makeError, type PlatformError } from '../../../engine/platform-error/index.ts';
import { toJsonObject } from '../../../engine/to-json.ts';
import { changeErrors } from '../../../engine/changeset/errors.ts';
import { movedImpacts } from '../../../engine/changeset/moved-impact.ts';

export interface Approval {
  /** What a person approved: the fingerprint, or its first characters. */
  readonly approve?: string;
  /** What a person saw. */
  readonly expect?: string;
  /**
   * The saved changeset that this one is, or is what is left of. Who approved it has approved the rest only for as long
   * as that is felt as it was planned: `expect` must hold the fingerprint that the rest had then.
   */
  readonly saved?: Changeset;
}

/** People copy the short fingerprint that the terminal shows; fewer characters would approve by accident. */
const shortestFingerprint = 8;

/** Stops an apply that moved under its reader, conflicts with the API, or breaks a guardrail. */
export function refuseUnapproved(changeset: Changeset, { approve, expect, saved }: Approval): void {
  if (changeset.conflicts.length > 0) throw conflictError(changeset);
  if (expect !== undefined && expect !== changeset.fingerprint) throw staleError(changeset, expect, saved);
  const refused = changeset.guardrails.filter((finding) => finding.outcome === 'refused');
  const details = toJsonObject({ guardrails: changeset.guardrails, fingerprint: changeset.fingerprint });
  if (refused.length > 0) {
    throw makeError(changeErrors.guardrailRefused, { message: messagesOf(refused), details });
  }
  const waiting = changeset.guardrails.filter((finding) => finding.outcome === 'needs-approval');
  if (waiting.length > 0 && !approves(approve, changeset.fingerprint) && !approves(approve, saved?.fingerprint)) {
    const message = `${messagesOf(waiting)}. To approve exactly this changeset: --approve ${changeset.fingerprint.slice(0, 12)}`;
    throw makeError(changeErrors.approvalRequired, { message, details });
  }
}

function approves(approve: string | undefined, fingerprint: string | undefined): boolean {
  return (
    approve !== undefined &&
    fingerprint !== undefined &&
    approve.length >= shortestFingerprint &&
    fingerprint.startsWith(approve)
  );
}

function messagesOf(findings: Changeset['guardrails']): string {
  return findings.map((finding) => finding.message).join('; ');
}

function staleError(changeset: Changeset, expected: string, saved: Changeset | undefined): PlatformError {
  const moved = saved === undefined ? [] : movedImpacts(saved, changeset);
  const message =
    moved.length === 0
      ? `what would change now, or who would feel it (${changeset.fingerprint.slice(0, 12)}), is not what was planned (${expected.slice(0, 12)}): plan again`
      : `who would feel it has moved since the changeset was planned: plan again. ${firstOf(moved)}`;
  return makeError(changeErrors.stale, {
    message,
    details: toJsonObject({
      conflicts: changeset.conflicts,
      fingerprint: changeset.fingerprint,
      ...(moved.length === 0 ? {} : { moved }),
    }),
  });
}

function firstOf(sentences: readonly string[]): string {
  const rest = sentences.length - 3;
  return `${sentences.slice(0, 3).join('; ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function conflictError(changeset: Changeset): PlatformError {
  const stale = changeset.conflicts.some((conflict) => conflict.reason === 'moved-since-plan');
  const names = changeset.conflicts.map((conflict) => `${conflict.kind}/${conflict.key}`);
  const listed = `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
  return makeError(stale ? changeErrors.stale : changeErrors.conflict, {
    message: stale
      ? `moved since the changeset was planned: ${listed}`
      : `created through the API and different in the files: ${listed}`,
    details: toJsonObject({ conflicts: changeset.conflicts, fingerprint: changeset.fingerprint }),
  });
}

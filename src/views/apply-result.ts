import type { Changeset } from '../engine/changeset/changeset.ts';
import { type ChangesetJson, changesetJson } from './changeset-json.ts';
import { isQuiet, summaryText } from './changeset-wording.ts';
import type { Style } from './style.ts';
import { visible } from './text/visible.ts';

export interface ApplyFacts {
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
  /** The revision that was gone back to. */
  readonly rolledBackTo?: number | undefined;
}

/** One sentence: what was done, and where it can be found again. */
export function formatApplyResult(facts: ApplyFacts, style: Style): string {
  const { changeset, dryRun, revision, rolledBackTo } = facts;
  const environment = visible(changeset.environment);
  if (isQuiet(changeset)) return nothingToChange(facts, style);
  if (dryRun) return dryRunText(changeset, style);
  const done =
    rolledBackTo === undefined
      ? `Applied to ${environment} as revision ${revision}`
      : `Rolled back to revision ${rolledBackTo}, as revision ${revision} of ${environment}`;
  return `${style.good('✓')} ${style.strong(done)}: ${pastSummary(changeset)}.`;
}

function nothingToChange({ changeset, revision, rolledBackTo }: ApplyFacts, style: Style): string {
  const environment = visible(changeset.environment);
  return rolledBackTo === undefined
    ? `${style.good('✓')} Nothing to change: ${environment} is as it should be, at revision ${revision}.`
    : `${style.good('✓')} Nothing to change: what the files own in ${environment} is as it was at revision ${rolledBackTo}. What the API owns is left alone.`;
}

/** What would stand in the way has been shown with the changeset; a dry run only says what that means. */
function dryRunText({ conflicts, guardrails }: Changeset, style: Style): string {
  if (conflicts.length > 0 || guardrails.some(({ outcome }) => outcome === 'refused'))
    return `${style.bad('✗')} Dry run: this would be refused. Nothing was changed.`;
  if (guardrails.some(({ outcome }) => outcome === 'needs-approval'))
    return `${style.notice('!')} Dry run: everything would apply once it is approved. Nothing was changed.`;
  return `${style.good('✓')} Dry run: everything would apply, nothing was changed.`;
}

function pastSummary(changeset: Changeset): string {
  const words: { readonly [word: string]: string } = {
    create: 'created',
    update: 'updated',
    rename: 'renamed',
    delete: 'deleted',
    set: 'set',
    change: 'changed',
  };
  return summaryText(changeset).replaceAll(
    /to (create|update|rename|delete|set|change)/gu,
    (_, verb: string) => words[verb] ?? verb,
  );
}

/** `apply --json` and `rollback --json`. Outside tools rely on these names: add, never rename. */
export function applyResultJson({ changeset, dryRun, revision }: ApplyFacts): ApplyResultJson {
  const { environment, fingerprint, impact, summary, changes, settings, project, guardrails } =
    changesetJson(changeset);
  return {
    revision,
    project,
    environment,
    dryRun,
    summary,
    ...(impact === undefined ? {} : { impact }),
    fingerprint,
    changes,
    settings,
    guardrails,
  };
}

export interface ApplyResultJson
  extends Pick<
    ChangesetJson,
    'project' | 'environment' | 'summary' | 'impact' | 'fingerprint' | 'changes' | 'settings' | 'guardrails'
  > {
  readonly revision: number;
  readonly dryRun: boolean;
}

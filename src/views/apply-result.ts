import type { Changeset } from '../engine/changeset/changeset.ts';
import { type ChangesetJson, changesetJson } from './changeset-json.ts';
import { isQuiet, summaryText } from './changeset-wording.ts';
import type { Style } from './style.ts';
import { visible } from './text/visible.ts';

export interface ApplyFacts {
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
}

/** One sentence: what was done, and where it can be found again. */
export function formatApplyResult({ changeset, dryRun, revision }: ApplyFacts, style: Style): string {
  const environment = visible(changeset.environment);
  if (isQuiet(changeset))
    return `${style.good('✓')} Nothing to change: ${environment} is as it should be, at revision ${revision}.`;
  if (dryRun) return `${style.good('✓')} Dry run: everything would apply, nothing was changed.`;
  const settings =
    changeset.settings === undefined ? '' : `, settings ${changeset.settings.before === null ? 'set' : 'changed'}`;
  return `${style.good('✓')} ${style.strong(`Applied to ${environment} as revision ${revision}`)}: ${pastSummary(changeset)}${settings}.`;
}

function pastSummary({ summary }: Changeset): string {
  const words: { readonly [word: string]: string } = {
    create: 'created',
    update: 'updated',
    rename: 'renamed',
    delete: 'deleted',
  };
  return summaryText(summary).replaceAll(
    /to (create|update|rename|delete)/gu,
    (_, verb: string) => words[verb] ?? verb,
  );
}

/** `apply --json` and `rollback --json`. Outside tools rely on these names: add, never rename. */
export function applyResultJson({ changeset, dryRun, revision }: ApplyFacts): ApplyResultJson {
  const { environment, fingerprint, summary, changes, settings, project } = changesetJson(changeset);
  return { revision, project, environment, dryRun, summary, fingerprint, changes, settings };
}

export interface ApplyResultJson
  extends Pick<ChangesetJson, 'project' | 'environment' | 'summary' | 'fingerprint' | 'changes' | 'settings'> {
  readonly revision: number;
  readonly dryRun: boolean;
}

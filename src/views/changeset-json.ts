import type { Change, Changeset, FieldChange } from '../engine/changeset/changeset.ts';

/**
 * `plan --json` and `diff --json`. Outside tools rely on these names: add, never rename. In a field, null
 * stands for "not there" on either side; a changeset for `apply` is written by `--out`, not by this.
 */
export function changesetJson(changeset: Changeset): ChangesetJson {
  const {
    changes,
    conflicts,
    environment,
    fingerprint,
    formatVersion,
    guardrails,
    impact,
    project,
    settings,
    summary,
  } = changeset;
  return {
    formatVersion,
    project,
    environment,
    fingerprint,
    summary,
    ...(impact === undefined ? {} : { impact }),
    changes: changes.map(({ action, after, before, fields, from, impact: felt, key, kind, owner }) => ({
      action,
      kind,
      key,
      ...(from === undefined ? {} : { from }),
      owner,
      fields: fields.map(fieldJson),
      before,
      after,
      impact: felt,
    })),
    settings: settings ?? null,
    guardrails,
    conflicts: conflicts.map((conflict) => ({
      ...conflict,
      fields: conflict.fields.map(({ desired, live, path }) => ({
        path,
        live: live ?? null,
        desired: desired ?? null,
      })),
    })),
  };
}

export interface ChangesetJson extends Omit<Changeset, 'changes' | 'settings'> {
  readonly changes: readonly ChangeJson[];
  readonly settings: Changeset['settings'] | null;
}

type ChangeJson = Omit<Change, 'beforeHash' | 'afterHash' | 'fields'> & {
  readonly fields: readonly Required<FieldChange>[];
};

function fieldJson({ after, before, path }: FieldChange): Required<FieldChange> {
  return { path, before: before ?? null, after: after ?? null };
}

import type { Changeset } from '../../../engine/changeset/changeset.ts';
import type { RevisionListRecord, RevisionRecord } from './queries.ts';

export interface RevisionSummaryBody {
  readonly id: string;
  readonly number: number;
  readonly cause: 'apply' | 'rollback' | 'api';
  readonly rollbackTo: number | null;
  readonly author: string;
  readonly commit: string | null;
  readonly message: string | null;
  readonly summary: Changeset['summary'];
  readonly createdAt: string;
}

export function toApiRevisionSummary(row: RevisionListRecord): RevisionSummaryBody {
  const { id, number, cause, rollbackTo, author, commit, message, summary, createdAt } = row;
  return { id, number, cause, rollbackTo, author, commit, message, summary, createdAt: createdAt.toISOString() };
}

export function toApiRevision({
  changeset,
  ...row
}: RevisionRecord): RevisionSummaryBody & { readonly changeset: Changeset } {
  return { ...toApiRevisionSummary({ ...row, summary: changeset.summary }), changeset };
}

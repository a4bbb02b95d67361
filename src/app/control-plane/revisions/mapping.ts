import type { Revision, RevisionSummary } from '../../control-plane-client.ts';
import type { RevisionListRecord, RevisionRecord } from './queries.ts';

export function toApiRevisionSummary(row: RevisionListRecord): RevisionSummary {
  const { id, number, cause, rollbackTo, author, commit, message, summary, createdAt } = row;
  return { id, number, cause, rollbackTo, author, commit, message, summary, createdAt: createdAt.toISOString() };
}

export function toApiRevision({ changeset, ...row }: RevisionRecord): Revision {
  return { ...toApiRevisionSummary({ ...row, summary: changeset.summary }), changeset };
}

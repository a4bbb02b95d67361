import { revisionText } from './changeset-wording.ts';
import { causeText, type RevisionLine, shortCommit } from './revision.ts';
import type { Style } from './style.ts';
import { count, grouped } from './text/count.ts';
import { moment } from './text/moment.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';

/** Revisions, newest first as they come; `total` counts those on further pages too. */
export function formatHistory(
  environment: string,
  revisions: readonly RevisionLine[],
  total: number,
  style: Style,
): string {
  if (total === 0) return `${visible(environment)} has no revisions yet.`;
  if (revisions.length === 0) return `No revisions on this page: ${visible(environment)} has ${grouped(total)} in all.`;
  const rows = revisions.map((revision) => [
    style.strong(String(revision.number)),
    visible(moment(revision.createdAt)),
    causeText(revision),
    visible(revision.author),
    revision.commit === null ? '' : visible(shortCommit(revision.commit)),
    revisionText(revision.summary),
    revision.message === null ? '' : visible(revision.message),
  ]);
  const lines = table(['REV', 'WHEN', 'CAUSE', 'AUTHOR', 'COMMIT', 'CHANGES', 'MESSAGE'], rows, style);
  const rest = total - revisions.length;
  return [
    ...lines,
    ...(rest > 0 ? ['', style.faint(`${count(rest, 'more revision')}: --page, --page-size`)] : []),
  ].join('\n');
}

import type { Changeset } from '../engine/changeset/changeset.ts';
import { formatChangeset } from './changeset-text.ts';
import { revisionText } from './changeset-wording.ts';
import type { Style } from './style.ts';
import type { TextOptions } from './text-options.ts';
import { moment } from './text/moment.ts';
import { visible } from './text/visible.ts';

/** What a list says of a revision. */
export interface RevisionLine {
  readonly number: number;
  readonly cause: 'apply' | 'rollback' | 'api';
  readonly rollbackTo: number | null;
  readonly author: string;
  readonly commit: string | null;
  readonly message: string | null;
  readonly summary: Changeset['summary'];
  /** RFC 3339, UTC. */
  readonly createdAt: string;
}

/** One revision in full: who, when and why, then its changeset. */
export function formatRevision(
  revision: RevisionLine & { readonly changeset: Changeset },
  options: TextOptions,
): string {
  const { style } = options;
  const facts = [
    `${style.strong(`Revision ${revision.number}`)}  ${causeText(revision)}  ${visible(moment(revision.createdAt))}`,
    `${style.faint('by')} ${visible(revision.author)}${commitText(revision, style)}`,
    ...(revision.message === null ? [] : [visible(revision.message)]),
  ];
  return `${facts.join('\n')}\n\n${formatChangeset(revision.changeset, { ...options, past: true })}`;
}

/** One revision on one line, for "last apply" and the like. */
export function revisionLine(revision: RevisionLine, style: Style): string {
  const message = revision.message === null ? '' : `  ${visible(revision.message)}`;
  const who = `by ${visible(revision.author)}${commitText(revision, style)}`;
  return `${style.strong(String(revision.number))}  ${visible(moment(revision.createdAt))}  ${who}  ${revisionText(revision.summary)}${message}`;
}

export function causeText({ cause, rollbackTo }: RevisionLine): string {
  return cause === 'rollback' ? `rollback to ${rollbackTo ?? '?'}` : cause === 'api' ? 'API' : 'apply';
}

function commitText({ commit }: RevisionLine, style: Style): string {
  return commit === null ? '' : ` ${style.faint(`(${visible(shortCommit(commit))})`)}`;
}

/** `0123abcd`, or `0123abcd+` when what was applied was not wholly committed. */
export function shortCommit(commit: string): string {
  const hash = commit.slice(0, 8);
  return commit.endsWith('+changes') ? `${hash}+` : hash;
}

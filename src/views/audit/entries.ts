import type { Style } from '../style.ts';
import { count } from '../text/count.ts';
import { visible } from '../text/visible.ts';

interface Party {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
}

/** An entry as far as one line of text shows it. */
export interface EntryFacts {
  readonly id: string;
  readonly timestamp: string;
  readonly action: string;
  readonly outcome: string;
  readonly actor: Party & { readonly email?: string; readonly ip?: string; readonly invalidIp?: string };
  readonly resource?: Party;
  readonly tenantId?: string;
  readonly reason?: string;
  readonly authentication?: { readonly mode: string; readonly keyId?: string };
  /** The product has told it: who did what is its word. */
  readonly reported?: boolean;
}

/** One line for each, in their order. */
export function formatEntries(entries: readonly EntryFacts[], style: Style): string {
  return entries.map((entry) => formatEntry(entry, style)).join('\n');
}

/** `2026-02-07T10:30:00.000Z  user.role_assigned  user:ada → user:bob  tenant acme  from 203.0.113.42` */
function formatEntry(entry: EntryFacts, style: Style): string {
  const { action, actor, outcome, reason, resource, tenantId, timestamp } = entry;
  const ip = actor.ip ?? actor.invalidIp;
  const what = style.strong(visible(action));
  const parts = [
    style.faint(visible(timestamp)),
    outcome === 'success'
      ? what
      : `${what} ${style.bad(visible(reason === undefined ? outcome : `${outcome} (${reason})`))}`,
    resource === undefined ? partyOf(actor) : `${partyOf(actor)} → ${partyOf(resource)}`,
    ...(tenantId === undefined ? [] : [style.faint(`tenant ${visible(tenantId)}`)]),
    ...(ip === undefined ? [] : [style.faint(`from ${visible(ip)}`)]),
    ...(entry.reported === true ? [style.faint(`reported by ${visible(reporterOf(entry))}`)] : []),
  ];
  return parts.join('  ');
}

/** `hasMore`: there are older ones. */
export function formatEntryList(
  entries: readonly EntryFacts[],
  hasMore: boolean,
  filtered: boolean,
  style: Style,
): string {
  if (entries.length === 0) return filtered ? 'There are no such entries.' : 'There are no entries yet.';
  const more = hasMore
    ? style.faint(`${count(entries.length, 'entry', 'entries')}, and older ones: --limit, --until`)
    : '';
  return [formatEntries(entries, style), ...(more === '' ? [] : ['', more])].join('\n');
}

function partyOf({ id, type }: Party): string {
  return visible(`${type}:${id}`);
}

/** The key that it came by; of the machine's own user there is none. */
function reporterOf({ authentication: { keyId, mode } = { mode: 'somebody' } }: EntryFacts): string {
  return keyId ?? mode;
}

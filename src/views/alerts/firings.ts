import type { Style } from '../style.ts';
import { count, grouped } from '../text/count.ts';
import { visible } from '../text/visible.ts';

/** What a rule found, raised or only tried. */
export interface FoundFacts {
  readonly tenant: string | null;
  readonly key: string;
  readonly count: number;
  readonly happenedAt: string;
}

export interface FiringFacts extends FoundFacts {
  readonly rule: string;
  readonly severity: string;
  readonly actions: readonly { readonly does: string; readonly target: string; readonly outcome: string }[];
}

/** `hasMore`: there are older ones. */
export function formatFirings(
  firings: readonly FiringFacts[],
  { filtered, hasMore }: { readonly filtered: boolean; readonly hasMore: boolean },
  style: Style,
): string {
  if (firings.length === 0) return filtered ? 'No such alarm was raised.' : 'No alarm was raised yet.';
  const lines = firings.map(({ actions, rule, severity, ...found }) => {
    const failed = actions.filter(({ outcome }) => outcome === 'impossible');
    const undone = failed.map(({ does, target }) => style.bad(visible(`${does} ${target} not called`)));
    return [...parts(found, style, visible(rule)), visible(severity), ...undone].join('  ');
  });
  const more = hasMore ? ['', style.faint(`${count(firings.length, 'alarm')}, and older ones: --limit, --cursor`)] : [];
  return [...lines, ...more].join('\n');
}

export interface BacktestFacts {
  readonly firings: readonly FoundFacts[];
  readonly count: number;
  readonly entries: number;
  readonly since: string;
  readonly until: string;
  readonly complete: boolean;
}

export function formatBacktest(rule: string, found: BacktestFacts, style: Style): string {
  const { complete, entries, firings, since, until } = found;
  const times = found.count === 0 ? 'not once' : `${grouped(found.count)} ${found.count === 1 ? 'time' : 'times'}`;
  const over = `over ${count(entries, 'entry', 'entries')}, ${visible(since)} to ${visible(until)}`;
  const short = complete ? [] : [style.notice('There are more entries than are looked at: the oldest were left out.')];
  const hidden = found.count - firings.length;
  const more = hidden > 0 ? [style.faint(`  ${grouped(hidden)} earlier ones, and then`)] : [];
  return [
    `${style.strong(visible(rule))} would have been raised ${times} ${over}.`,
    ...short,
    ...(firings.length === 0 ? [] : ['', ...more]),
    ...firings.map((one) => `  ${parts(one, style).join('  ')}`),
  ].join('\n');
}

function parts({ count: entries, happenedAt, key, tenant }: FoundFacts, style: Style, rule?: string): string[] {
  return [
    style.faint(visible(happenedAt)),
    ...(rule === undefined ? [] : [style.strong(rule)]),
    ...(key === '' ? [] : [visible(key)]),
    entries === 0 ? 'none came' : grouped(entries),
    ...(tenant === null ? [] : [style.faint(`tenant ${visible(tenant)}`)]),
  ];
}

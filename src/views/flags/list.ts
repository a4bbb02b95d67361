import type { Style } from '../style.ts';
import { count } from '../text/count.ts';
import { table } from '../text/table.ts';
import { visible } from '../text/visible.ts';

export interface ListedFlagFacts {
  readonly key: string;
  readonly owner: string | null;
  readonly expires: string | null;
  readonly entitlement: string | null;
  readonly environments: readonly { readonly environment: string; readonly state: string }[];
}

/** `environments`: those that have a column, in order. */
export function formatFlags(flags: readonly ListedFlagFacts[], environments: readonly string[], style: Style): string {
  if (flags.length === 0) return 'No flag fits.';
  const rows = flags.map((flag) => [
    visible(flag.key),
    ...environments.map((name) =>
      stateText(flag.environments.find(({ environment }) => environment === name)?.state, style),
    ),
    visible(flag.owner ?? '–'),
    flag.expires ?? '–',
    visible(flag.entitlement ?? '–'),
  ]);
  const headings = [
    'KEY',
    ...environments.map((name) => visible(name).toUpperCase()),
    'OWNER',
    'EXPIRES',
    'ENTITLEMENT',
  ];
  return [...table(headings, rows, style), style.faint(count(flags.length, 'flag'))].join('\n');
}

function stateText(state: string | undefined, style: Style): string {
  switch (state) {
    case undefined:
      return '–';
    case 'on':
      return style.good('on');
    default:
      return style.faint(visible(state));
  }
}

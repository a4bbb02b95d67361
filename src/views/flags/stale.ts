import type { TextOptions } from '../text-options.ts';
import { count } from '../text/count.ts';
import { moment } from '../text/moment.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';

export interface StaleFacts {
  readonly stale: readonly {
    readonly flag: { readonly key: string; readonly file: string | null; readonly owner: string | null };
    readonly reasons: readonly StalenessFacts[];
  }[];
  readonly flags: number;
}

export type StalenessFacts =
  | { readonly why: 'expired'; readonly since: string }
  | { readonly why: 'always-the-same'; readonly variation: string | null; readonly dealtBy: readonly string[] }
  | { readonly why: 'never-evaluated'; readonly environment: string; readonly since: string }
  | { readonly why: 'not-evaluated'; readonly environment: string; readonly since: string };

export function formatStale({ flags, stale }: StaleFacts, { style, width }: TextOptions): string {
  if (stale.length === 0) return `${style.good('✓')} None of ${count(flags, 'flag')} is stale.`;
  const blocks = stale.map(({ flag, reasons }) =>
    [
      `${style.strong(visible(flag.key))}${flag.file === null ? '' : `  ${style.faint(visible(flag.file))}`}`,
      ...reasons.flatMap((reason) => wrap(stalenessText(reason), '  ', width)),
      ...(flag.owner === null ? [] : wrap(`Ask ${visible(flag.owner)}.`, '  ', width)),
    ].join('\n'),
  );
  return [...blocks, style.faint(`${count(stale.length, 'stale flag')} of ${flags}`)].join('\n\n');
}

function stalenessText(reason: StalenessFacts): string {
  if (reason.why === 'expired') return `Expired on ${reason.since}.`;
  if (reason.why === 'never-evaluated')
    return `Never evaluated in ${reason.environment} since ${moment(reason.since)}, from when on it is counted.`;
  if (reason.why === 'not-evaluated') return `Not evaluated in ${reason.environment} since ${moment(reason.since)}.`;
  const { dealtBy, variation } = reason;
  const who = dealtBy.length === 0 ? 'Everybody' : `Everybody who has ${dealtBy.map(visible).join(' and ')}`;
  return `${who} always gets ${variation === null ? 'the default given in code' : visible(variation)}.`;
}

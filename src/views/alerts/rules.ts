import type { Style } from '../style.ts';
import { moment } from '../text/moment.ts';
import { pageLines, type Totals } from '../text/page-lines.ts';
import { table } from '../text/table.ts';
import { visible } from '../text/visible.ts';

export interface RuleFacts {
  readonly key: string;
  readonly name: string | null;
  readonly severity: string;
  readonly enabled: boolean;
  readonly lastFiring: { readonly firedAt: string } | null;
}

export function formatRules(rules: readonly RuleFacts[], totals: Totals, style: Style): string {
  if (totals.totalItems === 0) return 'There are no alert rules: nothing is watched.';
  const rows = rules.map(({ enabled, key, lastFiring, name, severity }) => [
    visible(key),
    visible(severity),
    enabled ? style.good('watching') : style.faint('off'),
    lastFiring === null ? 'never' : visible(moment(lastFiring.firedAt)),
    visible(name ?? '–'),
  ]);
  const lines = table(['RULE', 'SEVERITY', 'STATE', 'LAST FIRED', 'NAME'], rows, style);
  return [...lines, ...pageLines(totals, 'alert rule', style)].join('\n');
}

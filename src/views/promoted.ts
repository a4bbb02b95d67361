import type { Style } from './style.ts';
import { count, grouped } from './text/count.ts';
import { table } from './text/table.ts';

/** What was copied, table by table; both sides were compared. */
export function formatPromoted(
  tables: readonly { readonly name: string; readonly rows: number }[],
  style: Style,
): string {
  const rows = tables.map(({ name, rows: amount }) => [name, grouped(amount)]);
  const total = tables.reduce((sum, { rows: amount }) => sum + amount, 0);
  return [
    ...table(['TABLE', 'ROWS'], rows, style),
    '',
    `${style.good('✓')} Copied and compared ${count(total, 'row')}.`,
    'Secrets are still sealed: the new server opens them with the same master key only. Unless DREAM_MASTER_KEY is set',
    'here already, set it there to what .dream/master.key holds.',
  ].join('\n');
}

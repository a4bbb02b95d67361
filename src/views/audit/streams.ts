import type { Style } from '../style.ts';
import { count, grouped } from '../text/count.ts';
import { moment } from '../text/moment.ts';
import { pageLines, type Totals } from '../text/page-lines.ts';
import { table } from '../text/table.ts';
import { visible } from '../text/visible.ts';

export interface StreamFacts {
  readonly key: string;
  readonly to: 'webhook' | 'splunk' | 'syslog';
  readonly state: 'active' | 'failing' | 'error' | 'disabled';
  readonly lastError: string | null;
  readonly failingSince: string | null;
  readonly nextAt: string | null;
  readonly deliveredAt: string | null;
  readonly behind: { readonly entries: number; readonly seconds: number };
  readonly pruned: number;
}

export interface StreamChainFacts {
  readonly tenant: string | null;
  readonly sequence: number;
  readonly size: number;
  readonly pruned: number;
}

export function formatStreams(streams: readonly StreamFacts[], totals: Totals, style: Style): string {
  if (totals.totalItems === 0) return 'There are no streams. Describe one by an AuditStream in your files.';
  const rows = streams.map((stream) => [
    visible(stream.key),
    visible(stream.to),
    stateOf(stream, style),
    behindOf(stream),
    stream.deliveredAt === null ? '–' : visible(moment(stream.deliveredAt)),
    stream.lastError === null ? '' : visible(stream.lastError),
  ]);
  const lines = table(['KEY', 'TO', 'STATE', 'BEHIND', 'LAST SENT', 'LAST ERROR'], rows, style);
  return [...lines, ...pageLines(totals, 'stream', style)].join('\n');
}

export function formatStream(
  stream: StreamFacts & { readonly chains: readonly StreamChainFacts[] },
  style: Style,
): string {
  const sent = stream.deliveredAt === null ? 'nothing was sent yet' : `last sent ${moment(stream.deliveredAt)}`;
  const next = stream.nextAt === null ? '' : `, tried again ${moment(stream.nextAt)}`;
  const lost = stream.pruned === 0 ? [] : [`${count(stream.pruned, 'entry', 'entries')} deleted before being sent`];
  const head = [
    `${style.strong(visible(stream.key))}  ${visible(stream.to)}  ${stateOf(stream, style)}`,
    `${behindOf(stream)} behind, ${visible(sent)}${visible(next)}`,
    ...(stream.lastError === null ? [] : [style.bad(visible(stream.lastError))]),
    ...lost,
  ];
  if (stream.chains.length === 0) return head.join('\n');
  const rows = stream.chains.map(({ pruned, sequence, size, tenant }) => [
    tenant === null ? '–' : visible(tenant),
    grouped(sequence),
    grouped(size),
    grouped(size - sequence),
    grouped(pruned),
  ]);
  return [...head, '', ...table(['TENANT', 'SENT', 'SEALED', 'BEHIND', 'DELETED'], rows, style)].join('\n');
}

function behindOf({ behind: { entries, seconds } }: StreamFacts): string {
  return entries === 0 ? 'nothing' : `${count(entries, 'entry', 'entries')}, ${grouped(Math.round(seconds))} s`;
}

function stateOf({ failingSince, state }: StreamFacts, style: Style): string {
  const since = failingSince === null ? '' : ` since ${visible(moment(failingSince))}`;
  switch (state) {
    case 'active':
      return style.good('active');
    case 'disabled':
      return style.notice('disabled');
    case 'failing':
      return style.notice(`failing${since}`);
    case 'error':
      return style.bad(`error${since}`);
  }
}

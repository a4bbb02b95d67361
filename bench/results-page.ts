import type { Row } from './measure/row.ts';

export interface Circumstances {
  readonly node: string;
  readonly peer: string | null;
  readonly machine: string;
  readonly day: string;
}

const head = ['measured', 'Dream', 'peer or floor', 'result', 'target', 'met'];

/** The results as Markdown: aligned, so that it reads as well in a terminal. */
export function resultsPage(rows: readonly Row[], { node, peer, machine, day }: Circumstances): string {
  const cells = rows.map((row) => [
    row.subject,
    row.ours,
    row.peer,
    row.measured,
    row.target,
    row.target === 'reported' ? '' : row.met ? 'yes' : '**no**',
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((line) => line[column]?.length ?? 0)));
  const line = (texts: readonly string[]): string =>
    `| ${texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [
    '# Benchmark results',
    '',
    `Written by \`npm run bench\` on ${day}, Node ${node.slice(1)}, ${machine}.`,
    'Each ratio is the median of pairs measured in turn in one run. CPU s are user and system seconds of all',
    'processes involved: for plan and apply the client and the warm server together.',
    peer === null
      ? 'No peer was on the PATH, so the rows against it are left out.'
      : `The peer is ${peer} with as many \`terraform_data\` blocks of four fields; the floor of start-up is \`node -e 0\`.`,
    'Deciding in process is measured beside two libraries with the same roles and questions, in processor time.',
    '',
    line(head),
    line(widths.map((width) => '-'.repeat(width))),
    ...cells.map(line),
    '',
  ].join('\n');
}

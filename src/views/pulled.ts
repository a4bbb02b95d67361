import type { Style } from './style.ts';
import { count, listed } from './text/count.ts';
import { visible } from './text/visible.ts';

export interface PullFacts {
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly onlyInFiles: readonly string[];
  readonly renamedInFiles: readonly string[];
}

/** Which files a pull wrote, or would have written, and what it left for a plan to show. */
export function formatPulled(
  { onlyInFiles, renamedInFiles, unchanged, written }: PullFacts,
  dryRun: boolean,
  style: Style,
): string {
  const verb = dryRun ? 'Would write' : 'Wrote';
  const head =
    written.length === 0
      ? `The files say what is live: ${count(unchanged, 'resource')} unchanged.`
      : `${verb} ${count(written.length, 'file')}; ${count(unchanged, 'resource')} unchanged.`;
  const lines = [`${style.good('✓')} ${head}`, ...written.map((file) => `  ${visible(file)}`)];
  if (renamedInFiles.length > 0) lines.push(leftOver('Renamed only in the files', renamedInFiles, style));
  if (onlyInFiles.length > 0) lines.push(leftOver('Only in the files', onlyInFiles, style));
  return lines.join('\n');
}

function leftOver(what: string, names: readonly string[], style: Style): string {
  return style.notice(`${what}: ${listed(names.map(visible), 5)} – dream plan shows what applying would do.`);
}

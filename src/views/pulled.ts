import type { Style } from './style.ts';
import { count, listed } from './text/count.ts';
import { visible } from './text/visible.ts';

export interface PullFacts {
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly onlyInFiles: readonly string[];
  /** By `Kind/key`: what is live under its former key. */
  readonly renamesKept: readonly { readonly live: string; readonly inFiles: string }[];
}

/** Which files a pull wrote, or would have written, and what it left for a plan to show. */
export function formatPulled(facts: PullFacts, dryRun: boolean, style: Style): string {
  const { onlyInFiles, renamesKept, written } = facts;
  const lines = [headLine(facts, dryRun, style), ...written.map((file) => `  ${visible(file)}`)];
  if (renamesKept.length > 0) {
    const renames = renamesKept.map(({ inFiles, live }) => `${visible(inFiles)} is live as ${visible(live)}`);
    lines.push(
      style.notice(`Renamed only in the files: ${listed(renames, 5)} – dream plan shows what applying would do.`),
      'A key is the same in every environment, so a rename is not taken back for one of them. To take it back for all, swap `key` and `movedFrom`.',
    );
  }
  if (onlyInFiles.length > 0) {
    const names = listed(onlyInFiles.map(visible), 5);
    lines.push(style.notice(`Only in the files: ${names} – dream plan shows what applying would do.`));
  }
  return lines.join('\n');
}

/** That the files say what is live is said only where nothing is left to plan. */
function headLine({ onlyInFiles, renamesKept, unchanged, written }: PullFacts, dryRun: boolean, style: Style): string {
  const same = `${count(unchanged, 'resource')} unchanged`;
  if (written.length > 0) {
    return `${style.good('✓')} ${dryRun ? 'Would write' : 'Wrote'} ${count(written.length, 'file')}; ${same}.`;
  }
  return onlyInFiles.length + renamesKept.length === 0
    ? `${style.good('✓')} The files say what is live: ${same}.`
    : `${style.notice('!')} The files say something else than what is live, and pull leaves it as it is; ${same}.`;
}

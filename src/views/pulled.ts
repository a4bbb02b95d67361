import type { Style } from './style.ts';
import { count, listed } from './text/count.ts';
import { visible } from './text/visible.ts';

export interface PullFacts {
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly onlyInFiles: readonly string[];
}

/** Which files a pull wrote, or would have written, and what it left for a plan to show. */
export function formatPulled({ onlyInFiles, unchanged, written }: PullFacts, dryRun: boolean, style: Style): string {
  const verb = dryRun ? 'Would write' : 'Wrote';
  const head =
    written.length === 0
      ? `The files say what is live: ${count(unchanged, 'resource')} unchanged.`
      : `${verb} ${count(written.length, 'file')}; ${count(unchanged, 'resource')} unchanged.`;
  const lines = [`${style.good('✓')} ${head}`, ...written.map((file) => `  ${visible(file)}`)];
  if (onlyInFiles.length > 0) {
    lines.push(
      style.notice(
        `Only in the files: ${listed(onlyInFiles.map(visible), 5)} – dream plan shows what applying would do.`,
      ),
    );
  }
  return lines.join('\n');
}

import type { Style } from '../style.ts';
import { count, grouped } from '../text/count.ts';
import { visible } from '../text/visible.ts';

export interface ExportedFacts {
  readonly file: string | null;
  readonly entries: number;
  readonly resumedAfter: number | null;
  readonly sha256: string;
}

export function formatExported({ entries, file, resumedAfter, sha256 }: ExportedFacts, style: Style): string {
  const where = file === null ? '' : ` to ${style.strong(visible(file))}`;
  const resumed = resumedAfter === null ? '' : `, gone on with behind entry ${grouped(resumedAfter)}`;
  return `${style.good('✓')} ${count(entries, 'entry', 'entries')} exported${where}${resumed}. ${style.faint(sha256)}`;
}

/** While it goes on. */
export function exportProgress(lines: number, bytes: number): string {
  return `${count(lines, 'line')}, ${(bytes / 1_000_000).toFixed(1)} MB`;
}

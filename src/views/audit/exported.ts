import type { Style } from '../style.ts';
import { count, grouped } from '../text/count.ts';
import { visible } from '../text/visible.ts';

export interface ExportedFacts {
  readonly file: string | null;
  /** Null: these are the entries of the environment itself alone. */
  readonly tenantId: string | null;
  readonly entries: number;
  readonly resumedAfter: number | null;
  readonly sha256: string;
}

export function formatExported({ entries, file, resumedAfter, sha256, tenantId }: ExportedFacts, style: Style): string {
  const where = file === null ? '' : ` to ${style.strong(visible(file))}`;
  const resumed = resumedAfter === null ? '' : `, gone on with behind entry ${grouped(resumedAfter)}`;
  const exported = `${style.good('✓')} ${count(entries, 'entry', 'entries')} exported${where}${resumed}. ${style.faint(sha256)}`;
  if (tenantId !== null) return exported;
  return `${exported}\n${style.notice('!')} These are the entries of the environment itself. Those of a tenant come with --tenant, all with --all.`;
}

export interface ExportedRecordFacts {
  readonly directory: string;
  readonly chains: number;
  readonly entries: number;
}

export function formatExportedRecord({ chains, directory, entries }: ExportedRecordFacts, style: Style): string {
  return `${style.good('✓')} ${count(chains, 'chain')} with ${count(entries, 'entry', 'entries')} exported to ${style.strong(visible(directory))}.`;
}

/** While it goes on. */
export function exportProgress(lines: number, bytes: number): string {
  return `${count(lines, 'line')}, ${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** While the whole record goes on. */
export function recordProgress(
  { done, of }: { readonly done: number; readonly of: number },
  lines: number,
  bytes: number,
): string {
  return `${grouped(done)} of ${count(of, 'chain')} done, ${exportProgress(lines, bytes)} of the next`;
}

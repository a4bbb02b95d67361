import type { Style } from './style.ts';
import { count } from './text/count.ts';
import { visible } from './text/visible.ts';

/** Which files a pull wrote, or would have written. */
export function formatPulled(
  { unchanged, written }: { readonly written: readonly string[]; readonly unchanged: number },
  dryRun: boolean,
  style: Style,
): string {
  if (written.length === 0) return `${style.good('✓')} The files are as the live state: ${count(unchanged, 'resource')} unchanged.`;
  const verb = dryRun ? 'Would write' : 'Wrote';
  return [`${style.good('✓')} ${verb} ${count(written.length, 'file')}; ${count(unchanged, 'resource')} unchanged.`, ...written.map((file) => `  ${visible(file)}`)].join('\n');
}

import type { Style } from './style.ts';
import { shellWord } from './text/shell-word.ts';
import { visible } from './text/visible.ts';

/** What was written, and what to type next. */
export function formatInitialized(
  { project, written }: { readonly project: string; readonly written: readonly string[] },
  directory: string,
  style: Style,
): string {
  const enter = directory === '.' || directory === '' ? [] : [`  cd ${shellWord(directory)}`];
  return [
    `${style.good('✓')} Wrote project ${style.strong(visible(project))}:`,
    ...written.map((file) => `  ${visible(file)}`),
    '',
    'Next:',
    ...enter,
    `  dream validate       ${style.faint('check the files')}`,
    `  dream plan           ${style.faint('see what would change')}`,
    `  dream apply          ${style.faint('make it so, on an embedded database')}`,
  ].join('\n');
}

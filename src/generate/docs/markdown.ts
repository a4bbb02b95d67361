/** A table; none without rows. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  return [
    [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n'),
  ];
}

/** One line, whatever stands in it. */
function cell(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/(?<!\\)\|/gu, '\\|');
}

/** In backticks; more of them where there are some in it. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${text}\`` : `${fence} ${text} ${fence}`;
}

export function codeBlock(language: string, text: string): string {
  return ['```'.concat(language), text, '```'].join('\n');
}

/** What a link to a heading ends in, by the rule of GitHub and its like. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/gu, '-');
}

/** The end of a sentence is a point, unless it says so itself. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?:]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

import { visible } from '../text/visible.ts';

const zeroWidthSpace = '\u200b';
/** What would notify somebody, or link to another issue, when a comment is posted. */
const reference = /(?<!\w)[@#](?=\w)/gu;
/** Markup, HTML, mathematics, references, and the beginnings of links. */
const special = /[&<>\\`*_[\]()|~!$"']|(?<!\w)[@#](?=\w)|:\/\/|www\./giu;

/** Foreign text inside a Markdown sentence: no markup, no HTML, no mention, no link comes out of it. */
export function markdownText(text: string, limit = 400): string {
  return shortened(visible(text), limit).replaceAll(special, harmless);
}

function harmless(match: string): string {
  if (match === '@' || match === '#') return `${match}&#8203;`;
  if (match === '://') return ':&#8203;//';
  if (match.length > 1) return `${match.slice(0, -1)}&#8203;.`;
  return `&#${match.charCodeAt(0)};`;
}

/** Foreign text as a code span. HTML, because a backtick in it could end a Markdown one. */
export function markdownCode(text: string, limit = 200): string {
  return `<code>${markdownText(text, limit)}</code>`;
}

/** Foreign text on one line of a fenced block, where only mentions still matter. */
export function fencedLine(text: string, limit = 400): string {
  return shortened(visible(text), limit).replaceAll(reference, `$&${zeroWidthSpace}`);
}

/** A fenced block that nothing in `lines` can close. */
export function fenced(language: string, lines: readonly string[]): string {
  const longestRun = Math.max(2, ...lines.flatMap((line) => line.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return [fence + language, ...lines, fence].join('\n');
}

function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit).replace(/[\ud800-\udbff]$/u, '')}… (${text.length} characters)`;
}

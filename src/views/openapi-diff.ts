import { markdownCode, markdownText } from './markdown/escape.ts';
import type { TextOptions } from './text-options.ts';
import { count, listed } from './text/count.ts';
import { visible } from './text/visible.ts';
import { wrap } from './text/wrap.ts';

export interface OpenApiDiffFacts {
  readonly old: string;
  readonly title: string;
  readonly was: string;
  readonly is: string;
  readonly breaking: number;
  readonly compatible: number;
  readonly differences: readonly DifferenceFacts[];
}

export interface DifferenceFacts {
  readonly code: string;
  readonly rating: 'breaking' | 'compatible';
  readonly meaning: string;
  readonly place: string;
  readonly direction: 'sent' | 'answered' | null;
  readonly was: string | null;
  readonly is: string | null;
  readonly felt: readonly string[];
}

/** A schema that everything uses would otherwise be followed by all there is. */
const mostFelt = 4;

/** Each difference with its place, what was and what is, and who feels it; then what all of them come to. */
export function formatOpenApiDiff(diff: OpenApiDiffFacts, { style, width }: TextOptions): string {
  const blocks = diff.differences.map((difference) => {
    const isBreaking = difference.rating === 'breaking';
    const mark = isBreaking ? style.bad('✗ breaking  ') : style.good('✓ compatible');
    const head = `${mark}  ${style.strong(visible(placeOf(difference)))}  ${style.faint(difference.code)}`;
    const lines = wrap(visible(`${difference.meaning} ${valuesOf(difference)}`.trim()), '    ', width);
    const felt = wrap(visible(feltBy(difference)), '    ', width).map((line) => style.faint(line));
    return [head, ...lines, ...(felt.join('').trim() === '' ? [] : felt)].join('\n');
  });
  const sum = verdict(diff);
  return [...blocks, diff.breaking > 0 ? `${style.bad('✗')} ${sum}` : `${style.good('✓')} ${sum}`].join('\n\n');
}

/** For a pull request: a table of what breaks, and the rest folded away. */
export function formatOpenApiDiffMarkdown(diff: OpenApiDiffFacts): string {
  const breaking = diff.differences.filter(({ rating }) => rating === 'breaking');
  const others = diff.differences.filter(({ rating }) => rating === 'compatible');
  return [
    `### API: ${count(diff.breaking, 'breaking change')}, ${count(diff.compatible, 'compatible one')}`,
    ...(breaking.length === 0 ? [] : [rowsOf(breaking)]),
    ...(others.length === 0
      ? []
      : [`<details><summary>${count(others.length, 'compatible change')}</summary>`, rowsOf(others), '</details>']),
    `<sub>${markdownText(`${diff.title} ${diff.was} → ${diff.is}, against ${diff.old}`)}</sub>\n`,
  ].join('\n\n');
}

function rowsOf(differences: readonly DifferenceFacts[]): string {
  const rows = differences.map((difference) => {
    const cells = [
      markdownCode(placeOf(difference)),
      markdownText(difference.meaning),
      difference.was === null ? '' : markdownCode(difference.was),
      difference.is === null ? '' : markdownCode(difference.is),
      markdownText(listed(difference.felt, mostFelt)),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| place | what | was | is | felt by |', '|---|---|---|---|---|', ...rows].join('\n');
}

function placeOf({ direction, place }: DifferenceFacts): string {
  return direction === null ? place : `${place} (${direction})`;
}

function valuesOf({ is, was }: DifferenceFacts): string {
  if (was !== null && is !== null) return `${was} → ${is}`;
  return was ?? is ?? '';
}

/** Where the place does not say it already. */
function feltBy({ felt, place, was, is }: DifferenceFacts): string {
  const [only] = felt;
  if (felt.length === 1 && (only === undefined || [place, was, is].includes(only))) return '';
  return `felt by ${listed(felt, mostFelt)}`;
}

function verdict({ breaking, compatible, is, old, title, was }: OpenApiDiffFacts): string {
  const since = `${title} ${was} in ${old}`;
  if (breaking + compatible === 0) return visible(`Nothing is otherwise than in ${since}.`);
  const sum = `${count(breaking, 'breaking change')} and ${count(compatible, 'compatible one')}`;
  return visible(`${sum} from ${since} to ${is}.`);
}

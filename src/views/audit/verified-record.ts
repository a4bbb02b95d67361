import type { Style } from '../style.ts';
import { count, grouped } from '../text/count.ts';
import { visible } from '../text/visible.ts';
import { filterText } from './filter-text.ts';
import { type LeftOutFacts, unspokenOf } from './left-out.ts';
import { keyHint, namedPlace } from './verified.ts';

export interface VerifiedRecordFacts {
  readonly valid: boolean;
  readonly origin: string | null;
  readonly at: string | null;
  readonly filter: { readonly [name: string]: unknown };
  readonly chains: number;
  readonly entries: number;
  readonly signedBy: string | null;
  readonly trusted: boolean;
  readonly leftOut: readonly (LeftOutFacts & { readonly file: string })[];
  readonly problems: readonly {
    readonly file: string;
    readonly reason: string;
    readonly meaning: string;
    readonly sequence: number | null;
    readonly upTo?: number;
    readonly line: number | null;
  }[];
}

/** Files told of; JSON has all. */
const mostShown = 20;

export function formatVerifiedRecord(directory: string, facts: VerifiedRecordFacts, style: Style): string {
  return (facts.valid ? holds : broken)(style.strong(visible(directory)), facts, style).join('\n');
}

function holds(name: string, facts: VerifiedRecordFacts, style: Style): readonly string[] {
  const { at, chains, entries, filter, leftOut, origin, signedBy, trusted } = facts;
  const gone = leftOut.reduce((sum, one) => sum + one.entries, 0);
  const unspoken = leftOut.filter((one) => one.unspoken.length > 0);
  const field = (label: string, text: string): string => `  ${style.faint(label.padEnd(11))}${text}`;
  const asked = filterText(filter);
  return [
    `${style.good('✓')} ${name} holds: ${count(chains, 'chain')} of ${visible(origin ?? '')} with ${count(entries, 'entry', 'entries')}.`,
    ...(asked === '' ? [] : [field('Filter', asked)]),
    ...(gone === 0
      ? []
      : [
          field(
            'Taken out',
            `${count(gone, 'entry', 'entries')} of ${count(leftOut.length, 'chain')}; --json says which`,
          ),
        ]),
    field('List of', visible(at ?? '')),
    ...(signedBy === null ? [] : [field('Signed by', visible(signedBy))]),
    ...unspoken
      .slice(0, mostShown)
      .flatMap((one) => unspokenOf(one, style).map((text) => (text === '' ? '' : `${visible(one.file)}  ${text}`))),
    ...(trusted ? [] : keyHint('list', style)),
  ];
}

function broken(name: string, { chains, problems }: VerifiedRecordFacts, style: Style): readonly string[] {
  const shown = problems.slice(0, mostShown);
  return [
    `${style.bad('✗')} ${name} does not hold.`,
    ...shown.map((problem) => {
      const place = problem.line === null ? '' : namedPlace({ ...problem, line: problem.line });
      return `  ${style.strong(visible(problem.file))}  ${place}${problem.meaning} ${style.faint(`[${problem.reason}]`)}`;
    }),
    ...(shown.length < problems.length
      ? [`  … and ${grouped(problems.length - shown.length)} more; --json names all.`]
      : []),
    `  ${style.faint(`The list names ${count(chains, 'chain')}.`)}`,
  ];
}

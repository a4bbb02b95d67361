import type { Style } from '../style.ts';
import { count, grouped } from '../text/count.ts';
import { visible } from '../text/visible.ts';
import { filterText } from './filter-text.ts';
import { type LeftOutFacts, takenOut, unspokenOf } from './left-out.ts';

export interface VerifiedFacts {
  readonly valid: boolean;
  readonly entries: number;
  readonly personal: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly origin: string | null;
  readonly filter: { readonly [name: string]: unknown } | null;
  readonly checkpoint: { readonly size: number; readonly root: string } | null;
  readonly leftOut: LeftOutFacts | null;
  readonly continues: number | null;
  readonly signedBy: string | null;
  readonly trusted: boolean;
  readonly firstInvalid?: {
    readonly reason: string;
    readonly sequence: number | null;
    readonly upTo?: number;
    readonly line: number;
  };
}

/** `meaning`: of the reason, as a sentence. */
export function formatVerified(file: string, facts: VerifiedFacts, meaning: string | null, style: Style): string {
  const name = file === '-' ? 'The export' : visible(file);
  const { firstInvalid } = facts;
  return (
    firstInvalid === undefined ? holds(name, facts, style) : broken(name, facts, firstInvalid, meaning, style)
  ).join('\n');
}

function holds(name: string, facts: VerifiedFacts, style: Style): readonly string[] {
  const { checkpoint, continues, entries, filter, first, last, leftOut, origin, personal, signedBy, trusted } = facts;
  const range = first === null || last === null ? '' : `, ${grouped(first)} to ${grouped(last)}`;
  const asked = filterText(filter ?? {});
  const field = (label: string, text: string): string => `  ${style.faint(label.padEnd(11))}${text}`;
  return [
    `${style.good('✓')} ${style.strong(name)} holds: ${count(entries, 'entry', 'entries')} of ${visible(origin ?? '')}${range}.`,
    ...(asked === '' ? [] : [field('Filter', asked)]),
    ...(personal === 0 ? [] : [field('Personal', `${count(personal, 'entry', 'entries')} with a personal part`)]),
    ...takenOut(leftOut).map((text, index) => field(index === 0 ? 'Taken out' : '', text)),
    ...(checkpoint === null
      ? []
      : [field('Checkpoint', `${count(checkpoint.size, 'entry', 'entries')}, root ${checkpoint.root}`)]),
    ...(continues === null
      ? []
      : [field('Goes on', `from the kept checkpoint of ${count(continues, 'entry', 'entries')}`)]),
    ...(signedBy === null ? [] : [field('Signed by', visible(signedBy))]),
    ...unspokenOf(leftOut, style),
    ...(trusted ? [] : keyHint('export', style)),
  ];
}

/** Where no key was given. */
export function keyHint(what: string, style: Style): readonly string[] {
  return [
    '',
    `${style.notice('!')} That key is the one the ${what} names itself. Compare it with your server’s, or give that with --key.`,
  ];
}

function broken(
  name: string,
  { entries }: VerifiedFacts,
  found: NonNullable<VerifiedFacts['firstInvalid']>,
  meaning: string | null,
  style: Style,
): readonly string[] {
  return [
    `${style.bad('✗')} ${style.strong(name)} does not hold.`,
    `  ${style.strong(namedPlace(found))}${meaning ?? found.reason} ${style.faint(`[${found.reason}]`)}`,
    `  ${style.faint(`${count(entries, 'entry fits', 'entries fit')} one another up to there.`)}`,
  ];
}

/** `Entry 7, line 7: `; nothing where no single entry is to blame, or there is no line at all. */
export function namedPlace({
  line,
  sequence,
  upTo,
}: Omit<NonNullable<VerifiedFacts['firstInvalid']>, 'reason'>): string {
  if (sequence === null || line === 0) return '';
  return upTo === undefined
    ? `Entry ${grouped(sequence)}, line ${grouped(line)}: `
    : `Between entries ${grouped(sequence)} and ${grouped(upTo)}: `;
}

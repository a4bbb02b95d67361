import type { Style } from '../style.ts';
import { count, grouped } from '../text/count.ts';
import { visible } from '../text/visible.ts';

export interface LeftOutFacts {
  readonly entries: number;
  readonly prunings: readonly PruningFacts[];
  readonly unsigned: readonly PruningFacts[];
  readonly unspoken: readonly { readonly first: number; readonly last: number }[];
}

interface PruningFacts {
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly entries: number;
}

/** Prunings that are named; JSON has more. */
const mostShown = 10;

/** What is not in an export, and which prunings say so. Empty where nothing is missing. */
export function takenOut(facts: LeftOutFacts | null): readonly string[] {
  if (facts === null || facts.entries === 0) return [];
  const said = [
    ...facts.prunings.map((pruning) => saidBy(pruning, '')),
    ...facts.unsigned.map((pruning) => saidBy(pruning, ', by an entry that was not signed yet')),
  ];
  const rest = said.length - mostShown;
  return [
    `${count(facts.entries, 'entry', 'entries')}${said.length === 0 ? '' : ', as audit.pruned says:'}`,
    ...said.slice(0, mostShown),
    ...(rest > 0 ? [`… and ${grouped(rest)} more; --json names them.`] : []),
  ];
}

function saidBy({ entries, first, id, last }: PruningFacts, how: string): string {
  return `${visible(id)}  ${count(entries, 'entry', 'entries')}, ${range({ first, last })}${how}`;
}

/** That nobody says why entries are missing: nothing shows that it was not retention, and nothing that it was. */
export function unspokenOf(facts: LeftOutFacts | null, style: Style): readonly string[] {
  const [first, ...others] = facts?.unspoken ?? [];
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` and ${count(others.length, 'more place')}`;
  return [
    '',
    `${style.notice('!')} Nothing in the export says why ${range(first)}${more} is missing. The entry that did was taken out itself, or is not part of this export, or there was none.`,
  ];
}

function range({ first, last }: { readonly first: number; readonly last: number }): string {
  return first === last ? grouped(first) : `${grouped(first)} to ${grouped(last)}`;
}

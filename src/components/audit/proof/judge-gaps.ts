import type { Finding } from './finding.ts';
import type { Gap, Gaps } from './gaps.ts';
import type { ProvenManifest } from './manifest-line.ts';
import { pruningOf } from './said-pruning.ts';
import type { SaidPruning } from '../../export-verifier-contract.ts';

/** Entries that an export should hold by what was asked for, and does not. */
export interface LeftOut {
  readonly entries: number;
  /** What the chain itself says of them: entries `audit.pruned` in the export, the first thousand. */
  readonly prunings: readonly SaidPruning[];
  /** What the server says that the chain will say: such entries were written, and not yet signed. */
  readonly unsigned: readonly SaidPruning[];
  /** Of which nobody speaks here, the first hundred. Not an error where whoever did may be gone or stand elsewhere. */
  readonly unspoken: readonly Gap[];
}

export interface JudgedGaps {
  /** Null where the filter leaves entries out, so that nobody can say why one is not there. */
  readonly leftOut: LeftOut | null;
  readonly finding: Finding | null;
}

/** What was found of lines, as far as it tells of gaps. */
export interface LinesWithGaps {
  readonly first: number | null;
  readonly next: number;
  readonly lines: number;
  readonly gaps: Gaps;
}

const mostUnspoken = 100;

/** @param size of the signed checkpoint. @param manifest signed, of an export that holds apart from its gaps */
export function judgeGaps(found: LinesWithGaps, { filter, pending = [] }: ProvenManifest, size: number): JudgedGaps {
  const { first, gaps, lines, next } = found;
  const asked = new Set(Object.keys(filter));
  const after = Number(filter['after'] ?? 0);
  asked.delete('after');
  const isWhole = asked.size === 0;
  if ([...asked].some((name) => name !== 'since' && name !== 'until')) return { leftOut: null, finding: null };
  gaps.begin(isWhole ? after : Math.max(after, (first ?? 1) - 1));
  if (isWhole) gaps.leave(Math.max(next, after + 1), size, lines);
  const said = gaps.named.length;
  for (const one of pending) {
    const pruning = pruningOf(one);
    if (pruning !== null) gaps.hear(pruning);
  }
  const { unspoken } = gaps;
  const leftOut = {
    entries: gaps.entries,
    prunings: gaps.named.slice(0, said),
    unsigned: gaps.named.slice(said),
    unspoken: unspoken.slice(0, mostUnspoken).map((gap) => ({ first: gap.first, last: gap.last })),
  };
  return { leftOut, finding: isWhole ? (missing(gaps) ?? (after === 0 ? tooMany(gaps, lines) : null)) : null };
}

/** The first that nobody can have spoken of: whoever did stands behind it, and would be here or taken out itself. */
function missing({ nestedUpTo, unspoken }: Gaps): Finding | null {
  const gap = unspoken.find(({ last }) => last >= nestedUpTo);
  return gap === undefined ? null : { reason: 'entry-missing', sequence: gap.first, line: gap.line };
}

/** More are gone than all prunings say together. Which ones of those they speak of, nobody can tell. */
function tooMany({ entries, isNested, named, said, unspoken }: Gaps, line: number): Finding | null {
  if (isNested || unspoken.length > 0 || entries <= said) return null;
  const sequence = Math.min(...named.map(({ first }) => first));
  return { reason: 'entry-missing', sequence, upTo: Math.max(...named.map(({ last }) => last)), line };
}

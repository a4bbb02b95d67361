import type { SaidPruning } from '../../export-verifier-contract.ts';
import type { ExportManifest } from '../formats/manifest.ts';
import { originOf } from '../proof/checkpoint.ts';
import type { SequenceRange } from './queries.ts';
import type { Tally } from './tally.ts';

/**
 * The first entries that are missing between others or behind them, in an export of which nothing should be.
 *
 * @throws Error where retention took them out meanwhile: what was sent does not show that it might
 */
export function missingOf({ gaps, last }: Tally, size: number, pending: readonly SaidPruning[]): SequenceRange | null {
  if (last !== null) gaps.leave(last + 1, size, 0);
  if (gaps.entries === 0) return null;
  for (const pruning of pending) gaps.hear(pruning);
  const [first] = gaps.unspoken;
  if (first !== undefined) return { first: first.first, last: first.last };
  throw new Error('Entries were taken out of the chain while it was exported, by retention. Export it anew.');
}

/** What the log is told of them. */
export function missingProblem(
  { first, last }: SequenceRange,
  tenant: string,
  { environment, project }: Pick<ExportManifest, 'environment' | 'project'>,
): Error {
  const which = first === last ? `Entry ${first} is` : `Entries ${first} to ${last} are`;
  const origin = originOf({ project, environment, tenantId: tenant });
  return new Error(`${which} missing from the chain ${origin}, and nothing says that retention took any out there.`);
}

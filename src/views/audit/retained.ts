import type { Style } from '../style.ts';
import { count } from '../text/count.ts';
import { visible } from '../text/visible.ts';

export interface RestoredFacts {
  readonly restored: number;
  readonly present: number;
  readonly until: string;
}

export function formatRestored({ present, restored, until }: RestoredFacts, style: Style): string {
  const before = present === 0 ? '' : `; ${count(present, 'entry was', 'entries were')} there already`;
  return `${style.good('✓')} ${count(restored, 'entry', 'entries')} restored until ${until.slice(0, 10)}${before}.`;
}

export interface ErasedFacts {
  readonly subject: string;
  readonly erased: number;
}

export function formatErased({ erased, subject }: ErasedFacts, style: Style): string {
  // Not a tick: whoever mistyped the id would take it for done.
  if (erased === 0) return `No entry holds anything personal of ${visible(subject)}.`;
  return `${style.good('✓')} ${count(erased, 'entry holds', 'entries hold')} nothing personal of ${visible(subject)} any more.`;
}

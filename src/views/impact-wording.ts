import type { Change, Changeset } from '../engine/changeset/changeset.ts';
import { compareFigures, figureWording, quietFigures } from '../engine/changeset/figures.ts';
import type { Affected, Effect, Impact } from '../engine/changeset/impact.ts';
import { count, grouped } from './text/count.ts';
import { visible } from './text/visible.ts';

const labels = { none: 'no impact', some: 'impact', unknown: 'impact unknown' } as const;

/** Who would feel it, as a sentence without its full stop. At most `limit` of those affected are named for each effect. */
export function impactText(impact: Impact, limit = 5): string {
  return impactLines(impact, limit).join('; ');
}

/** The same, with a line for each way in which it is felt and for each thing that is not known. */
export function impactLines(impact: Impact, limit = 5): readonly string[] {
  const [first = '', ...more] = impactSentences(impact, limit);
  return [`${labels[impact.status]}: ${first}`, ...more];
}

/** Without the label, for where the status is said otherwise. */
export function impactSentences(
  { effects = [], reason, status, unknownReasons = [] }: Impact,
  limit: number,
): string[] {
  if (effects.length === 0) return [visible(reason)];
  const felt = effects.map((effect) => visible(effect.text) + namesText(effect, limit));
  const open = unknownReasons.map(visible);
  return status === 'unknown' ? [...open, ...felt] : [...felt, ...open];
}

/** `: ada, bob, cy and 11 more` */
function namesText({ affected, count: all }: Effect, limit: number): string {
  const names = affected.slice(0, limit).map(nameOf);
  if (names.length === 0) return '';
  const hidden = all - names.length;
  if (hidden > 0) return `: ${names.join(', ')} and ${grouped(hidden)} more`;
  return names.length === 1 ? `: ${names.join('')}` : `: ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Whoever is no person is said to be none: the directory takes any name for it. */
function nameOf({ name, subject }: Affected): string {
  return subject?.type === 'service-account' ? `${visible(name)} (service account)` : visible(name);
}

/** `14 members lose a permission, 3 tenants pay more; unknown for 2 changes`, everybody counted once; empty when nobody feels it. */
export function totalsText({ changes, impact }: Pick<Changeset, 'changes' | 'impact'>): string {
  const figures = Object.entries(impact?.figures ?? {})
    .filter(([figure]) => !quietFigures.has(figure))
    .toSorted(([a], [b]) => compareFigures(a, b))
    .map(([figure, amount]) => `${grouped(amount)} ${visible(figureWording(figure, amount))}`);
  const open = changes.filter(isOpen);
  const isPartlyKnown = figures.length > 0 || open.some(({ impact: { status } }) => status !== 'unknown');
  return [
    figures.join(', '),
    open.length === 0 ? '' : `unknown ${isPartlyKnown ? 'in part ' : ''}for ${count(open.length, 'change')}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function isOpen({ impact: { status, unknownReasons = [] } }: Change): boolean {
  return status === 'unknown' || unknownReasons.length > 0;
}

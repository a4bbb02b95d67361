import type { Style } from './style.ts';
import { pageLines, type Totals } from './text/page-lines.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';

interface ObjectFacts {
  readonly type: string;
  readonly id: string;
}

export interface RelationshipFacts {
  readonly resource: ObjectFacts;
  readonly relation: string;
  readonly subject: ObjectFacts;
}

/** `filtered`: only some were asked for. */
export function formatRelationships(
  tenant: string,
  relationships: readonly RelationshipFacts[],
  totals: Totals,
  style: Style,
  filtered: boolean,
): string {
  if (totals.totalItems === 0) {
    return filtered
      ? `${visible(tenant)} has no such relationships.`
      : `${visible(tenant)} has no relationships yet. Add one with: dream relationships add document:42 owner user:ada --tenant ${visible(tenant)}`;
  }
  const rows = relationships.map(({ relation, resource, subject }) => [
    nameOf(resource),
    visible(relation),
    nameOf(subject),
  ]);
  const lines = table(['RESOURCE', 'RELATION', 'SUBJECT'], rows, style);
  return [...lines, ...pageLines(totals, 'relationship', style)].join('\n');
}

/** `isNew` false: it was there before. */
export function formatAdded({ relation, resource, subject }: RelationshipFacts, isNew: boolean, style: Style): string {
  const fact = `${nameOf(subject)} is ${style.strong(visible(relation))} of ${nameOf(resource)}`;
  return `${style.good('✓')} ${fact}${isNew ? '' : ', as before'}.`;
}

/** `wasThere` false: there was nothing to remove. */
export function formatRemoved(
  { relation, resource, subject }: RelationshipFacts,
  wasThere: boolean,
  style: Style,
): string {
  const fact = `${nameOf(subject)} is not ${style.strong(visible(relation))} of ${nameOf(resource)}`;
  return `${style.good('✓')} ${fact}${wasThere ? ' any more' : ', as before'}.`;
}

function nameOf({ id, type }: ObjectFacts): string {
  return visible(`${type}:${id}`);
}

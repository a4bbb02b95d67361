import { canonicalJson } from '../../../engine/canonical-json.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { ToldImpact } from '../../../engine/changeset/impact.ts';

/** What tenants and users are held to when they are made or changed. Nothing is done to those that are there. */
const rules = ['currencies', 'regions', 'dataResidency', 'defaults', 'attributes'];
/** What decides to which tenant a request comes: whom that touches the server does not know. */
const decisive = ['mode', 'tenant'];

/** Whom a Tenancy touches that lists other currencies or attributes; null for any other change. */
export function tenancyImpact({ after, before, kind }: DraftChange): ToldImpact | null {
  if (kind !== 'Tenancy' || before === null || after === null) return null;
  const differs = (field: string): boolean =>
    canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null);
  if (decisive.some(differs) || !rules.some(differs)) return null;
  const none = 'those that are there stay as they are; tenants and users made or changed from now on are held to it';
  return { effects: [], unknown: [], none };
}

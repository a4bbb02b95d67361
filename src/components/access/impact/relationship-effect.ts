import type { Session } from '../../../db/contract.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { ToldEffect } from '../../../engine/changeset/impact.ts';
import { selectRelationshipCounts } from './queries.ts';

/** Tenants whose relationships are of a resource type that goes or gets another name. */
export async function relationshipEffect(
  { action, from, key, kind }: DraftChange,
  session: Session,
): Promise<readonly ToldEffect[]> {
  if (kind !== 'ResourceType' || (action !== 'delete' && action !== 'rename')) return [];
  const counts = await selectRelationshipCounts(session, from ?? key);
  if (counts.length === 0) return [];
  const all = counts.reduce((sum, { amount }) => sum + amount, 0);
  const what = `${all} ${all === 1 ? 'relationship' : 'relationships'} in ${counts.length} ${counts.length === 1 ? 'tenant' : 'tenants'}`;
  const carried = action === 'rename';
  const verb = carried
    ? `${all === 1 ? 'moves' : 'move'} along under the new name`
    : `${all === 1 ? 'no longer means' : 'no longer mean'} anything`;
  return [
    {
      figure: carried ? 'tenantsWithCarriedRelationships' : 'tenantsWithDanglingRelationships',
      text: `${what} ${verb}`,
      groups: counts.map(({ amount, tenant }) => ({ who: [{ name: tenant, tenant }], what: { before: amount } })),
    },
  ];
}

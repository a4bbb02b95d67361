import type { Session } from '../../../../db/contract.ts';
import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { ToldEffect } from '../../../../engine/changeset/impact.ts';
import { grouped } from '../permission-wording.ts';
import { selectRelationshipCounts } from './queries.ts';

/** Tenants whose relationships are of a resource type that goes or gets another name. */
export async function relationshipEffect(
  { action, from, key, kind }: DraftChange,
  session: Session,
): Promise<readonly ToldEffect[]> {
  if (kind !== 'ResourceType' || (action !== 'delete' && action !== 'rename')) return [];
  const counts = await selectRelationshipCounts(session, from ?? key, key);
  if (counts.length === 0) return [];
  const all = counts.reduce((sum, { amount }) => sum + amount, 0);
  const one = all === 1;
  const what = `${grouped(all)} ${one ? 'relationship' : 'relationships'} in ${grouped(counts.length)} ${counts.length === 1 ? 'tenant' : 'tenants'}`;
  const carried = action === 'rename';
  const verb = carried
    ? `${one ? 'moves' : 'move'} along under the new name`
    : `no longer ${one ? 'means' : 'mean'} anything`;
  return [
    {
      figure: carried ? 'tenantsWithCarriedRelationships' : 'tenantsWithDanglingRelationships',
      text: `${what} ${verb}`,
      groups: counts.map(({ amount, tenant }) => ({ who: [{ name: tenant, tenant }], what: { before: amount } })),
    },
  ];
}

import type { Session } from '../../../db/contract.ts';
import { canonicalJson } from '../../../engine/canonical-json.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { ToldImpact } from '../../../engine/changeset/impact.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { objectOf, textsOf } from '../../../engine/json-fields.ts';
import { grouped } from './permission-wording.ts';
import { selectRelationshipCounts } from './queries.ts';

type Told = Pick<ToldImpact, 'effects' | 'unknown'>;

const nothing: Told = { effects: [], unknown: [] };

/**
 * Tenants whose relationships are of a resource type that goes or gets another name. Where relations grant otherwise
 * than before, who gains or loses by that is unknown: it is another question for every single resource.
 */
export async function relationshipImpact(
  change: DraftChange,
  renamedTypes: ReadonlyMap<string, string>,
  session: Session,
): Promise<Told> {
  const { action, after, before, from, key, kind } = change;
  if (kind !== 'ResourceType' || action === 'create') return nothing;
  const grantsOtherwise =
    after !== null && before !== null && relationGrants(before, renamedTypes) !== relationGrants(after, new Map());
  if (action === 'update' && !grantsOtherwise) return nothing;
  const counts = await selectRelationshipCounts(session, from ?? key);
  if (counts.length === 0) return nothing;
  const all = counts.reduce((sum, { amount }) => sum + amount, 0);
  const one = all === 1;
  const what = `${grouped(all)} ${one ? 'relationship' : 'relationships'} in ${grouped(counts.length)} ${counts.length === 1 ? 'tenant' : 'tenants'}`;
  const reason = `who gains or loses by what ${what} ${one ? 'grants' : 'grant'} is not known`;
  const unknown = grantsOtherwise ? [{ reason, figures: ['membersLosingPermission', 'membersGainingPermission'] }] : [];
  if (action === 'update') return { effects: [], unknown };
  const carried = action === 'rename';
  const verb = carried
    ? `${one ? 'moves' : 'move'} along under the new name`
    : `no longer ${one ? 'means' : 'mean'} anything`;
  const effect = {
    figure: carried ? 'tenantsWithCarriedRelationships' : 'tenantsWithDanglingRelationships',
    text: `${what} ${verb}`,
    groups: counts.map(({ amount, tenant }) => ({ who: [{ name: tenant, tenant }], what: { before: amount } })),
  };
  return { effects: [effect], unknown };
}

/** What relations allow by themselves, `*` written out, and who may stand in them. */
function relationGrants({ actions, grants, relations }: JsonObject, renamed: ReadonlyMap<string, string>): string {
  const declared = textsOf(actions);
  const granted = Object.entries(objectOf(grants)).map(([relation, allowed]) => {
    const names = textsOf(allowed);
    return [relation, names.includes('*') ? [...declared].sort() : [...names].sort()];
  });
  const ends = Object.entries(objectOf(relations)).map(([relation, types]) => {
    const names = textsOf(types).map((type) => renamed.get(type) ?? type);
    return [relation, names.sort()];
  });
  return canonicalJson([Object.fromEntries(granted), Object.fromEntries(ends)]);
}

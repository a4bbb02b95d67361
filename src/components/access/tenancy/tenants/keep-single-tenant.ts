import type { Session } from '../../../../db/contract.ts';
import type { Change } from '../../../../engine/changeset/changeset.ts';
import type { CarryContext } from '../../../contract.ts';
import { tellTenant } from '../tell.ts';
import { type FixedField, type Tenancy, tenancyFrom } from '../tenancy.ts';
import { raiseVersions } from '../versions/queries.ts';
import type { FixedFields } from './declare-fixed-fields.ts';
import { toTenant } from './mapping.ts';
import { insertTenant } from './queries.ts';

/**
 * A product with a single tenant need not care about tenants: the one that its Tenancy names is there as soon as
 * that is applied, called by its id until somebody gives it a name. A Tenancy that leaves open what the tenant would be
 * is not valid, and never comes here.
 */
export async function keepSingleTenant(
  changes: readonly Change[],
  session: Session,
  { author, besides, now, ports }: CarryContext,
): Promise<void> {
  const after = changes.find(({ kind }) => kind === 'Tenancy')?.after;
  const tenancy = tenancyFrom(after ?? undefined);
  const id = tenancy.singleTenant;
  if (id === null) return;
  const row = { id, name: id, ...fixedFieldsOf(tenancy), attributes: {}, createdAt: now, updatedAt: now };
  const inserted = await insertTenant(session, row);
  if (inserted === undefined) return;
  await ports.plans?.begin(session, id, { actor: author, now });
  await raiseVersions(session, [id]);
  besides({ ...tellTenant(id, { before: null, after: toTenant(inserted) }), action: 'tenant.created' });
}

/** Nobody can be asked: the default, or the only value that there is. */
function fixedFieldsOf({ allowed, defaults }: Tenancy): FixedFields {
  const only = (field: FixedField): string | null => {
    const [value = null, ...others] = allowed[field] ?? [];
    return defaults[field] ?? (others.length === 0 ? value : null);
  };
  return { currency: only('currency'), region: only('region'), dataResidency: only('dataResidency') };
}

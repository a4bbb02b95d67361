import type { Session } from '../../../../db/contract.ts';
import type { Change } from '../../../../engine/changeset/changeset.ts';
import type { CarryContext } from '../../../contract.ts';
import { tenancyFrom } from '../tenancy.ts';
import { raiseVersions } from '../versions/queries.ts';
import { insertTenant } from './queries.ts';

/**
 * A product with a single tenant need not care about tenants: the one that its Tenancy names is there as soon as
 * that is applied, called by its id until somebody gives it a name.
 */
export async function keepSingleTenant(
  changes: readonly Change[],
  session: Session,
  { author, now, ports }: CarryContext,
): Promise<void> {
  const after = changes.find(({ kind }) => kind === 'Tenancy')?.after;
  const { singleTenant: id, defaults } = tenancyFrom(after ?? undefined);
  if (id === null) return;
  const row = { id, name: id, ...defaults, attributes: {}, createdAt: now, updatedAt: now };
  if ((await insertTenant(session, row)) === undefined) return;
  await ports.plans?.begin(session, id, { actor: author, now });
  await raiseVersions(session, [id]);
}

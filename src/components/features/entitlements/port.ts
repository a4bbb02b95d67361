import type { TenantAgreements } from '../../ports.ts';
import { deleteCounts } from './counts/queries.ts';
import { deleteOverrides } from './overrides/queries.ts';

/** What other components tell of tenants. */
export const tenantAgreements: TenantAgreements = {
  async forget(session, tenantId) {
    await deleteOverrides(session, tenantId);
    await deleteCounts(session, tenantId);
  },
};

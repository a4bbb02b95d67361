import type { TenantAgreements } from '../ports.ts';
import { deleteCounts } from './entitlements/counts/queries.ts';
import { deleteAssignments } from './delivery/sticky/queries.ts';
import { deleteOverrides } from './entitlements/overrides/queries.ts';
import { deleteExposures } from './experiments/exposures/queries.ts';
import { deleteObservations } from './experiments/observations/queries.ts';
import { deleteSeenContexts } from './reports/seen/queries.ts';

/** What other components tell of tenants. */
export const tenantAgreements: TenantAgreements = {
  async forget(session, tenantId) {
    await deleteOverrides(session, tenantId);
    await deleteCounts(session, tenantId);
    await deleteExposures(session, tenantId);
    await deleteObservations(session, tenantId);
    await deleteSeenContexts(session, tenantId);
    await deleteAssignments(session, tenantId);
  },
};

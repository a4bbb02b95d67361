import type { TenantDirectory } from '../../ports.ts';
import { holdTenant, selectTenantNames } from './tenants/queries.ts';
import { raiseVersions } from './versions/queries.ts';

/** What other components may ask about tenants. */
export const tenantDirectory: TenantDirectory = {
  find: selectTenantNames,
  hold: holdTenant,
  touch: (session, tenantId) => raiseVersions(session, [tenantId]),
};

import type { Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import { type Tenancy, tenancyFrom } from './tenancy.ts';

/** The live Tenancy of the session's environment; without one, many tenants of whom anything may be said. */
export async function readTenancy(session: Session): Promise<Tenancy> {
  const [tenancy] = await readLiveResources(session, ['Tenancy']);
  return tenancyFrom(tenancy?.body);
}

import type { Session } from '../../../db/contract.ts';
import { readLiveResources, readRevision } from '../../../db/live-resources.ts';
import type { Directory, UserAccess } from '../../../server/directory.ts';
import type { Services } from '../../contract.ts';
import { PolicyStore } from '../decisions/policy-store.ts';
import { tenancyFrom } from '../tenancy/tenancy.ts';
import { providerFrom } from './provider-settings.ts';
import { hasTenant, selectAccessVersion, selectAdmission } from './queries.ts';

/** Tells the server for whom requests are made. */
export function createDirectory({ ports }: Pick<Services, 'ports'>, policies = new PolicyStore()): Directory {
  const permissionsOf = async (session: Session, roles: readonly string[]): Promise<readonly string[]> => {
    const { policy } = await policies.at(session, await readRevision(session));
    return unconditional(policy.permissionsOf(roles));
  };

  return {
    async settings(session) {
      const resources = await readLiveResources(session, ['IdentityProvider', 'Tenancy']);
      const tenancy = resources.find(({ kind }) => kind === 'Tenancy');
      return {
        identityProviders: resources
          .filter(({ kind }) => kind === 'IdentityProvider')
          .map(({ body }) => providerFrom(body)),
        singleTenant: tenancyFrom(tenancy?.body).singleTenant,
      };
    },
    hasTenant,
    accessVersion: selectAccessVersion,
    async accessOf(session, tenantId, userId, now) {
      const { isMember, roles: assigned, grant } = await selectAdmission(session, tenantId, userId, now);
      if (!isMember && grant === null) return null;
      const roles = [...new Set([...assigned, ...(grant?.roles ?? [])])].toSorted();
      const access: UserAccess = {
        roles,
        permissions: await permissionsOf(session, roles),
        plan: (await ports.plans?.planOf(session, tenantId)) ?? null,
        until: grant?.expiresAt ?? null,
      };
      return access;
    },
    permissionsOf,
  };
}

/** As they are written, each once. What holds under a condition only is left to a decision. */
function unconditional(
  granted: readonly { readonly permission: string; readonly condition?: string }[],
): readonly string[] {
  const certain = granted.filter(({ condition }) => condition === undefined);
  return [...new Set(certain.map(({ permission }) => permission))].toSorted();
}

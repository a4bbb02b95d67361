import type { EntitlementClient } from '../entitlement-client.ts';
import type { ControlPlaneRequest } from './transport.ts';

type Call = <T>(method: ControlPlaneRequest['method'], path: string, body?: object) => Promise<T>;

/** The part of the API that is about what tenants have, as the commands use it. */
export function httpEntitlements(call: Call): EntitlementClient {
  return {
    entitlements: {
      evaluate: (tenantId) => call('POST', '/v1/entitlements/evaluate', { tenantId }),
      setOverride: (tenant, entitlement, override) => call('PUT', overrideOf(tenant, entitlement), override),
      removeOverride: async (tenant, entitlement) => {
        await call<unknown>('DELETE', overrideOf(tenant, entitlement));
      },
    },
  };
}

function overrideOf(tenant: string, entitlement: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/entitlements/${encodeURIComponent(entitlement)}/override`;
}

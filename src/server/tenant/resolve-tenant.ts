import type { Session } from '../../db/contract.ts';
import { makeError } from '../../engine/platform-error/index.ts';
import type { Caller } from '../caller.ts';
import type { Operation } from '../operation.ts';
import type { Directory } from '../directory.ts';
import { tenantErrors } from './errors.ts';

/** No tenant has this id. Whoever asks with a publishable key alone asks for nobody, and sees no tenant's rows. */
const nobody = '-';

/** Whether a request for the operation is for one tenant, or may be. */
export function isAboutTenant({ tenant = 'none' }: Pick<Operation, 'tenant'>): boolean {
  return tenant !== 'none';
}

/** Which tenant a request is about, and which one row-level security binds it to. */
export interface TenantContext {
  /** What the operation is told. */
  readonly tenantId: string | null;
  /** Undefined: the environment as a whole. */
  readonly boundTo: string | undefined;
  /** An id that came from the caller, who may be wrong about it. */
  readonly unproven: string | null;
}

/**
 * A user is bound to the tenant they were let into. A secret key is bound to the tenant it names, or to the
 * product's only one, where the operation is about a tenant. `singleTenant` is asked only where it matters.
 */
export async function resolveTenant(
  { id, tenant = 'none' }: Pick<Operation, 'id' | 'tenant'>,
  { mode, tenantId: named }: Pick<Caller, 'mode' | 'tenantId'>,
  singleTenant: () => Promise<string | null>,
): Promise<TenantContext> {
  if (mode === 'publishable') return { tenantId: null, boundTo: nobody, unproven: null };
  if (mode === 'user') return { tenantId: named, boundTo: named ?? nobody, unproven: null };
  if (tenant === 'none') return { tenantId: null, boundTo: undefined, unproven: null };
  if (tenant === 'checked') return { tenantId: named, boundTo: undefined, unproven: named };
  const chosen = named ?? (tenant === 'optional' ? null : await singleTenant());
  if (chosen !== null) return { tenantId: chosen, boundTo: chosen, unproven: tenant === 'in-body' ? null : chosen };
  if (tenant !== 'required') return { tenantId: null, boundTo: undefined, unproven: null };
  throw makeError(tenantErrors.missing, {
    message: `${id} is about one tenant: name it with the header X-Tenant-ID.`,
    param: 'X-Tenant-ID',
  });
}

/** Throws `auth/unknown-tenant` for an id that no tenant has; tells `proven` of one that there is. */
export async function refuseUnknownTenant(
  directory: Directory | null,
  session: Session,
  { unproven }: Pick<TenantContext, 'unproven'>,
  proven: (tenantId: string) => void,
): Promise<void> {
  if (unproven === null) return;
  if ((await directory?.hasTenant(session, unproven)) === true) return proven(unproven);
  throw makeError(tenantErrors.unknown, {
    message: `The environment has no tenant '${unproven}'.`,
    param: 'X-Tenant-ID',
  });
}

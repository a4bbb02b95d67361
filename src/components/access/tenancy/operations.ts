import type { Operation } from '../../../server/operation.ts';
import type { Services } from '../../contract.ts';
import { grantOperations } from './grants/operations.ts';
import { memberOperations } from './members/operations.ts';
import { relationshipOperations } from './relationships/operations.ts';
import { serviceAccountOperations } from './service-accounts/operations.ts';
import { tenantOperations } from './tenants/operations.ts';
import { userOperations } from './users/operations.ts';

/** Tenants, and all that stands below them. */
export function tenancyOperations(services: Services): readonly Operation[] {
  return [
    ...tenantOperations(services),
    ...userOperations(),
    ...memberOperations(),
    ...serviceAccountOperations(services),
    ...grantOperations(),
    ...relationshipOperations(),
  ];
}

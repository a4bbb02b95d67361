import type { Operation } from '../../server/contract.ts';
import type { Services } from '../contract.ts';
import { authzenOperations } from './authzen/operations.ts';
import { decisionOperations } from './decisions/operations.ts';
import { PolicyStore } from './decisions/policy-store.ts';
import { memberOperations } from './tenancy/members/operations.ts';
import { tenantOperations } from './tenancy/tenants/operations.ts';
import { userOperations } from './tenancy/users/operations.ts';

/** Everything the API can do with tenants, people, and what they may do. */
export function operations(services: Services): readonly Operation[] {
  const policies = new PolicyStore();
  return [
    ...tenantOperations(services),
    ...userOperations(),
    ...memberOperations(),
    ...decisionOperations(services, policies),
    ...authzenOperations(services, policies),
  ];
}

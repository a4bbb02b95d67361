import type { Operation } from '../../../server/operation.ts';
import type { Services } from '../../contract.ts';
import type { PolicyStore } from '../decisions/policy-store.ts';
import { evaluationOperations } from './evaluation-operations.ts';
import { searchOperations } from './search-operations.ts';

/** The OpenID AuthZEN Authorization API 1.0. */
export function authzenOperations(services: Services, policies: PolicyStore): readonly Operation[] {
  return [...evaluationOperations(services, policies), ...searchOperations(policies)];
}

import type { Operation } from '../../../server/operation.ts';
import type { Services } from '../../contract.ts';
import { canOperation } from './can-operation.ts';
import { checkOperations } from './check-operations.ts';
import { decisionLogOperations } from './log/operations.ts';
import type { PolicyStore } from './policy-store.ts';
import { whoOperation } from './who-operation.ts';

/** Who may do what, and what was decided. */
export function decisionOperations(services: Services, policies: PolicyStore): readonly Operation[] {
  return [
    ...checkOperations(services, policies),
    whoOperation(policies),
    canOperation(policies),
    ...decisionLogOperations(),
  ];
}

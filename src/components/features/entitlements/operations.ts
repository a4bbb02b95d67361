import type { Operation } from '../../../server/operation.ts';
import type { Services } from '../../contract.ts';
import { evaluateOperation } from './evaluate-operation.ts';
import { overrideOperations } from './overrides/operations.ts';
import { useOperations } from './use/use-operations.ts';

/** What tenants have, use, and get by special agreement. */
export function entitlementOperations(services: Services): readonly Operation[] {
  return [evaluateOperation(services), ...useOperations(services), ...overrideOperations(services)];
}

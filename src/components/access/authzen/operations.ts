import type { Operation } from '../../../server/operation.ts';
import type { DeskSupplies } from '../decisions/desk.ts';
import { evaluationOperations } from './evaluation-operations.ts';
import { searchOperations } from './search-operations.ts';

/** The OpenID AuthZEN Authorization API 1.0. */
export function authzenOperations(supplies: DeskSupplies): readonly Operation[] {
  return [...evaluationOperations(supplies), ...searchOperations(supplies.policies)];
}

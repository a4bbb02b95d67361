import type { Operation } from '../../../server/operation.ts';
import { canOperation } from './can-operation.ts';
import { checkOperations } from './check-operations.ts';
import { decisionLogOperations } from './log/operations.ts';
import type { DeskSupplies } from './desk.ts';
import { reportOperation } from './log/report-operation.ts';
import { whoOperation } from './who-operation.ts';

/** Who may do what, and what was decided. */
export function decisionOperations(supplies: DeskSupplies): readonly Operation[] {
  const { policies } = supplies;
  return [
    ...checkOperations(supplies),
    whoOperation(policies),
    canOperation(policies),
    ...decisionLogOperations(),
    reportOperation(supplies.ids),
  ];
}

import type { Operation } from '../../../../server/operation.ts';
import type { Services } from '../../../contract.ts';
import { changingOperations } from './changing-operations.ts';
import { lookingOperations } from './looking-operations.ts';

/** Endpoints as they stand, and what was and is to be delivered to them. */
export function webhookOperations(services: Services): readonly Operation[] {
  return [...lookingOperations, ...changingOperations(services)];
}

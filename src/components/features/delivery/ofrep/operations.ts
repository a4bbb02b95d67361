import type { Operation } from '../../../../server/operation.ts';
import type { Services } from '../../../contract.ts';
import type { Answering } from '../answering.ts';
import { bulkOperation } from './bulk-operation.ts';
import { changesOperation } from './changes-operation.ts';
import { singleOperation } from './single-operation.ts';
import { TenantTickets } from './tenant-ticket.ts';

/** The OpenFeature Remote Evaluation Protocol, for clients that know nothing of Dream. */
export function ofrepOperations(answering: Answering, { masterKey }: Services): readonly Operation[] {
  const tickets = new TenantTickets(masterKey);
  return [singleOperation(answering), bulkOperation(answering, tickets), changesOperation(answering.rulesets, tickets)];
}

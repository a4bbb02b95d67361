import type { Operation } from '../../../../server/contract.ts';
import type { Services } from '../../../contract.ts';
import type { LiveRulesets } from '../live-rulesets.ts';
import { bulkOperation } from './bulk-operation.ts';
import { changesOperation } from './changes-operation.ts';
import { singleOperation } from './single-operation.ts';
import { TenantTickets } from './tenant-ticket.ts';

/** The OpenFeature Remote Evaluation Protocol, for clients that know nothing of Dream. */
export function ofrepOperations(rulesets: LiveRulesets, { masterKey, ports }: Services): readonly Operation[] {
  const tickets = new TenantTickets(masterKey);
  return [
    singleOperation(rulesets, ports),
    bulkOperation(rulesets, ports, tickets),
    changesOperation(rulesets, tickets),
  ];
}

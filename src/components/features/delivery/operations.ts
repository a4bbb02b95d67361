import type { Operation } from '../../../server/contract.ts';
import type { Services } from '../../contract.ts';
import { LiveRulesets } from './live-rulesets.ts';
import { rulesetOperation } from './ruleset-operation.ts';
import { streamOperation } from './stream-operation.ts';

/** How flags come to whoever asks them. */
export function deliveryOperations({ host, ports }: Services): readonly Operation[] {
  const rulesets = new LiveRulesets(ports, host.clock);
  return [rulesetOperation(rulesets), streamOperation(rulesets)];
}

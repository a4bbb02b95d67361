import type { Operation } from '../../../server/operation.ts';
import type { Services } from '../../contract.ts';
import { evaluateOperation } from './evaluate-operation.ts';
import { LiveRulesets } from './live-rulesets.ts';
import { ofrepOperations } from './ofrep/operations.ts';
import { Served } from './served/served.ts';
import { rulesetOperation } from './ruleset-operation.ts';
import { Assignments } from './sticky/assignments.ts';
import { streamOperation } from './stream-operation.ts';

/** How flags come to whoever asks them. */
export function deliveryOperations(services: Services): readonly Operation[] {
  const { host, ports } = services;
  const rulesets = new LiveRulesets(ports, host.clock);
  const assignments = new Assignments(ports, host.clock);
  const answering = { rulesets, ports, assignments, served: new Served({ ports, host }) };
  return [
    rulesetOperation(rulesets),
    streamOperation(rulesets),
    evaluateOperation(answering),
    ...ofrepOperations(answering, services),
  ];
}

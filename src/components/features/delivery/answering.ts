import type { Ports } from '../../ports.ts';
import type { LiveRulesets } from './live-rulesets.ts';
import type { Served } from './served/served.ts';
import type { Assignments } from './sticky/assignments.ts';

/** What one server evaluates with for others, whatever the protocol. */
export interface Answering {
  readonly rulesets: LiveRulesets;
  readonly ports: Ports;
  readonly assignments: Assignments;
  /** Told of every answer. */
  readonly served: Served;
}

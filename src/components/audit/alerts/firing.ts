import type { Found } from './patterns/outcome.ts';
import type { Rule } from './rules/rule.ts';

/**
 * One time that a rule raised its alarm. It is the only one of its rule, key and sequence number within its chain,
 * whoever comes to it and how often.
 */
export interface Firing extends Found {
  readonly rule: Rule;
  /** Empty: of the environment as a whole. */
  readonly tenantId: string;
  /** See `Seen`. */
  readonly key: string;
}

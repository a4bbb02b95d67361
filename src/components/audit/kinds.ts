import type { KindPolicy } from '../../engine/model/registry.ts';
import { alertRulePolicy } from './alert-rule-policy.ts';
import { retentionPolicyPolicy } from './retention-policy-policy.ts';

/** By kind: what the models cannot say. */
export const policies: { readonly [kind: string]: KindPolicy } = {
  AlertRule: alertRulePolicy,
  RetentionPolicy: retentionPolicyPolicy,
};

import type { KindPolicy } from '../../engine/model/registry.ts';
import { alertRulePolicy } from './alert-rule-policy.ts';
import { auditStreamPolicy } from './audit-stream-policy.ts';
import { retentionPolicyPolicy } from './retention-policy-policy.ts';

/** By kind: what the models cannot say. */
export const policies: { readonly [kind: string]: KindPolicy } = {
  AlertRule: alertRulePolicy,
  AuditStream: auditStreamPolicy,
  RetentionPolicy: retentionPolicyPolicy,
};

export type {
  AskedOfServer,
  AskedSubject,
  PermissionClientOptions,
  PermissionQuestion,
  PermissionSource,
  RoleClaims,
  RoleHolder,
} from './contract.ts';
export { DecisionReporter, type DecisionReporterOptions, type DecisionSource } from './decision-reporter.ts';
export type { DecisionBody, LocalDecision } from './local-decision.ts';
export { hasAllPermissions, hasAnyPermission, matchesPermission } from './matches-permission.ts';
export { PermissionClient } from './permission-client.ts';
export { type GrantedPermission, type PermissionAnswer, type ResourceInHand, RolePolicy } from './role-policy.ts';

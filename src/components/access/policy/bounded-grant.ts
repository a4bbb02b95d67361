import type { BoundedGrant, Scope } from './answer.ts';
import type { Asked } from './asked.ts';
import type { RoleGrant } from './compiled-role.ts';
import type { AccessQuestion, Decision, Grant, NearMiss } from './contract.ts';
import type { Circumstances, Expression } from './expression.ts';

/** Whether a grant, which is on the resource type or on everything, has to do with the action. */
export function isOnAction({ parts }: RoleGrant, { action }: Asked): boolean {
  return parts.resource === '*' || parts.action === '*' || parts.action === action;
}

/** What a grant of `role` decides that has neither a condition nor a scope: nearly all of them, so it is made at once. */
export function allowOutright(role: string, { declaredBy, permission }: RoleGrant): Decision {
  const grant = Object.freeze({ by: 'role', role, declaredBy, permission } as const);
  return Object.freeze({ allowed: true, grant, refusal: null });
}

/** All the ways in which a grant of `role` that is on the action may apply: with neither a condition nor a scope it does. */
export function waysToApply(
  role: string,
  { condition, declaredBy, parts, permission }: RoleGrant,
  { scope, type }: Asked,
): readonly BoundedGrant[] {
  const by = { by: 'role', role, declaredBy, permission, ...(condition === undefined ? {} : { condition }) } as const;
  if (parts.scope === undefined) return [way(by, condition, undefined)];
  if (scope !== undefined) {
    if (parts.scope !== '*' && parts.scope !== scope) return noWay;
    const expression = type.scopes?.get(scope) ?? null;
    return [
      way({ ...by, scope }, condition, expression === null ? undefined : { name: scope, expression, asked: true }),
    ];
  }
  const covered = parts.scope === '*' ? [...(type.scopes?.keys() ?? [])] : [parts.scope];
  return covered.map((name) =>
    way({ ...by, scope: name }, condition, { name, expression: type.scopes?.get(name) ?? null, asked: false }),
  );
}

const noWay: readonly BoundedGrant[] = [];

function way(grant: Grant, condition: string | undefined, scope: Scope | undefined): BoundedGrant {
  const decision = Object.freeze({ allowed: true, grant: Object.freeze(grant), refusal: null });
  return { decision, condition, scope };
}

/** Null when the grant applies to the question; else what stood in its way. */
export function whyNot(
  { condition, decision, scope }: BoundedGrant,
  { resource }: AccessQuestion,
  circumstances: Circumstances,
  read: (text: string) => Expression,
): NearMiss | null {
  const because = (text: string): NearMiss => ({ grant: decision.grant, because: text });
  if (condition !== undefined) {
    const failed = read(condition)(circumstances);
    if (failed !== null) return because(`the condition ${condition} ${failed}`);
  }
  if (scope === undefined || (scope.asked && !isParticular(resource))) return null;
  if (scope.expression === null) return because(`${resource.type} does not say what the scope ${scope.name} covers`);
  const failed = read(scope.expression)(circumstances);
  return failed === null ? null : because(`the scope ${scope.name} does not cover it: ${scope.expression} ${failed}`);
}

/** Whether there is a resource in hand, rather than the question being about its type. */
function isParticular({ id, properties }: AccessQuestion['resource']): boolean {
  return id !== null || Object.keys(properties).length > 0;
}

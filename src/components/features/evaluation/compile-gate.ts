import { unitOf } from './attribute.ts';
import type { Check } from './check.ts';
import { isObject, own, refuse, textOrNull, textsIn } from './read.ts';
import type { Scope } from './scope.ts';

export interface CompiledGate {
  readonly isOpen: Check;
  /** The lowest plan that grants the entitlement; null when none does. */
  readonly requiredPlan: string | null;
}

/**
 * Whether the tenant has an entitlement: by special agreement, else by the plan that the context names, else by the
 * plan that the ruleset knows of that tenant.
 */
export function compileGate(entitlement: string, scope: Scope): CompiledGate {
  const source = own(scope.entitlements, entitlement);
  if (!isObject(source)) refuse(`there is no entitlement \`${entitlement}\``);
  const plans: ReadonlySet<unknown> = new Set(textsIn(source, 'plans'));
  const requiredPlan = textOrNull(source, 'requiredPlan');
  const { tenants, clock, attributes } = scope;
  const tenant = attributes.keyOf('tenant');
  const plan = attributes.of({ kind: 'tenant', path: ['plan'] });
  const isOpen: Check = (context) => {
    const facts = tenants === undefined ? undefined : factsOf(tenants, unitOf(tenant(context)));
    const agreed = facts === undefined ? undefined : agreement(facts, entitlement);
    if (agreed !== undefined) {
      const until = own(agreed, 'until');
      if (typeof until !== 'number' || clock.now() < until) return own(agreed, 'granted') === true;
    }
    return plans.has(plan.read(context) ?? (facts === undefined ? undefined : own(facts, 'plan')));
  };
  return { isOpen, requiredPlan };
}

function factsOf(tenants: object, tenant: string | undefined): object | undefined {
  const facts = tenant === undefined ? undefined : own(tenants, tenant);
  return isObject(facts) ? facts : undefined;
}

function agreement(facts: object, entitlement: string): object | undefined {
  const overrides = own(facts, 'overrides');
  const agreed = isObject(overrides) ? own(overrides, entitlement) : undefined;
  return isObject(agreed) ? agreed : undefined;
}

import { unitOf } from './attribute.ts';
import { isObject, own, refuse, textOrNull, textsIn } from './read.ts';
import type { Scope } from './scope.ts';

export interface CompiledGate {
  /**
   * Whether the tenant has it; null where an agreement withholds it, whatever its plan. Undefined where nobody knows the
   * plan: neither the ruleset, which leaves plans to contexts, nor the context.
   */
  readonly isOpen: (context: object) => boolean | null | undefined;
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
  const { tenants, clock, attributes, planless } = scope;
  const tenant = attributes.keyOf('tenant');
  const plan = attributes.of({ kind: 'tenant', path: ['plan'] });
  const isOpen: CompiledGate['isOpen'] = (context) => {
    const key = unitOf(tenant(context));
    const facts = within(tenants, key);
    const agreed = within(within(facts, 'overrides'), entitlement);
    const until = within(agreed, 'until');
    if (isObject(agreed) && (typeof until !== 'number' || clock.now() < until)) {
      return own(agreed, 'granted') === true || null;
    }
    const known = plan.read(context) ?? within(facts, 'plan');
    return known === undefined && key !== undefined && planless ? undefined : plans.has(known);
  };
  return { isOpen, requiredPlan };
}

function within(holder: unknown, name: string | undefined): unknown {
  return isObject(holder) && name !== undefined ? own(holder, name) : undefined;
}

import { makeError } from '../../../engine/platform-error/index.ts';
import type { RespondContext } from '../../../server/operation-context.ts';
import type { Ports } from '../../ports.ts';
import { readContext } from '../evaluation/context/read-context.ts';
import type { ContextAttributes, EvaluationContext } from '../evaluation/contract.ts';
import { deliveryErrors } from './errors.ts';
import { factsOf, type LiveRuleset } from './live-ruleset.ts';

export interface Situation {
  /** What is evaluated. */
  readonly context: EvaluationContext;
  /** The same without what only the server knows today: for whoever evaluates it again tomorrow. */
  readonly told: EvaluationContext;
}

/**
 * The context that a request is evaluated for. A secret key is taken at its word; the plan of a tenant of which it says
 * none is put in, where flags ask for it. A user is who their token says, in the tenant they were let into, on the plan
 * it is on, whatever the page says. A publishable key alone is nobody's, so it learns nothing of any tenant.
 *
 * Throws `flags/invalid-context`.
 */
export async function situate(
  given: unknown,
  live: LiveRuleset,
  { background, caller }: Pick<RespondContext, 'background' | 'caller'>,
  { plans }: Ports,
): Promise<Situation> {
  const { context, problem } = readContext(given ?? {}, live.kinds);
  if (problem !== undefined) {
    throw makeError(deliveryErrors.invalidContext, { message: problem.message, param: `/context${problem.pointer}` });
  }
  const { environmentId, projectId } = caller;
  const planOf = async (tenantId: string): Promise<unknown> => {
    if (live.knowsPlans) return factsOf(live.ruleset, tenantId)?.plan;
    // Read anew: a token, and what is known of it, may name the plan before the one that a stream has told of.
    return background.read({ projectId, environmentId }, async (session) => plans?.planOf(session, tenantId));
  };
  if (caller.mode !== 'secret') {
    const situated = await proven(context, caller, live, planOf);
    return { context: situated, told: situated };
  }
  const { tenant } = context;
  if (!live.asksPlans || tenant?.key === undefined || tenant['plan'] !== undefined) {
    return { context, told: context };
  }
  const plan = await planOf(tenant.key);
  if (typeof plan !== 'string') return { context, told: context };
  return { context: { ...context, tenant: withPlan(tenant, plan) }, told: context };
}

/** Of those who are not taken at their word. */
async function proven(
  { tenant, ...others }: EvaluationContext,
  { mode, tenantId, user }: RespondContext['caller'],
  live: LiveRuleset,
  planOf: (tenantId: string) => Promise<unknown>,
): Promise<EvaluationContext> {
  if (mode !== 'user' || user === null) return others;
  const known = { ...others, user: { ...others['user'], key: user.id } };
  if (tenantId === null) return known;
  const { plan: _, ...attributes } = tenant ?? {};
  const plan = live.asksPlans ? await planOf(tenantId) : user.plan;
  return { ...known, tenant: { ...attributes, key: tenantId, ...(typeof plan === 'string' ? { plan } : {}) } };
}

function withPlan(tenant: ContextAttributes, plan: string): ContextAttributes {
  return { ...tenant, plan };
}

/** The plan that a context names; null: none. */
export function planIn({ tenant }: EvaluationContext): string | null {
  const plan = tenant?.['plan'];
  return typeof plan === 'string' ? plan : null;
}

import type { Session } from '../../../db/contract.ts';
import type { Decision, GrantedPermission, Target } from '../policy/contract.ts';
import type { PolicyStore } from './policy-store.ts';
import { selectFacts } from './queries.ts';
import { type Asked, decide, namedOnly, type SubjectFacts } from './situation.ts';
import { readFacts } from './stored-facts.ts';

export interface CanRequest extends Omit<Asked, 'action' | 'resource'> {
  readonly tenant: string;
  /** Null: no resource in particular. */
  readonly resource: Target | null;
  readonly now: Date;
}

export interface Ability {
  readonly subject: SubjectFacts;
  /** What the subject's roles grant, conditions beside it. */
  readonly permissions: readonly GrantedPermission[];
  /** Each action of the resource's type, decided for the resource; null where none was named. */
  readonly actions: readonly { readonly action: string; readonly decision: Decision }[] | null;
  readonly policyRevision: number;
}

/** What a subject may do within the tenant. Null when there is no such tenant. */
export async function findAbility(
  session: Session,
  policies: PolicyStore,
  { tenant, resource, now, ...question }: CanRequest,
): Promise<Ability | null> {
  const { subject } = question;
  const stored = await selectFacts(session, {
    tenant,
    ...namedOnly(subject),
    resources: resource === null || resource.id === null ? [] : [{ type: resource.type, id: resource.id }],
    now,
  });
  const facts = readFacts(tenant, now, stored);
  if (facts === null) return null;
  const { policy, revision } = await policies.at(session, stored.revision);
  const known = facts.subject(subject);
  const actions =
    resource === null
      ? null
      : (policy.actions.get(resource.type) ?? []).map((action) => ({
          action,
          decision: decide(policy, facts, { ...question, action, resource }),
        }));
  return { subject: known, permissions: policy.permissionsOf(known.roles), actions, policyRevision: revision };
}

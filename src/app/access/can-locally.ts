import type { AccessQuestion, Decision, GrantedPermission, Subject, Target } from '../../components/access-contract.ts';
import type { Host } from '../../host/contract.ts';
import type { LocalPolicy } from './local-policy.ts';
import { readSituation, type SituationOptions } from './situation.ts';

export interface CanOptions extends SituationOptions {
  /** Each of its actions is decided as well. */
  readonly resource?: string | undefined;
}

export interface CanAnswer {
  readonly subject: Subject;
  /** What the roles grant, as written, sorted. */
  readonly permissions: readonly GrantedPermission[];
  readonly resource: Target | null;
  readonly tenant: AccessQuestion['tenant'];
  /** Null where no resource was named. */
  readonly actions: readonly { readonly action: string; readonly decision: Decision }[] | null;
}

/**
 * What may somebody do, as the files have it?
 *
 * @throws ValidationError `cli/usage` for what cannot be read, and for names that the files do not have
 */
export async function canLocally(local: LocalPolicy, options: CanOptions, host: Host): Promise<CanAnswer> {
  const { about, relations, subject, tenant } = await readSituation(local, options, host);
  const permissions = local.policy.permissionsOf(subject.roles);
  if (options.resource === undefined) return { subject, permissions, resource: null, tenant, actions: null };
  const situation = about(options.resource);
  const actions = (local.policy.actions.get(situation.resource.type) ?? []).map((action) => ({
    action,
    decision: local.policy.check({ ...situation, action }, relations),
  }));
  return { subject, permissions, resource: situation.resource, tenant, actions };
}

import type { AccessQuestion, Grant } from '../../components/access-contract.ts';
import { actionNamed, targetNamed } from './asked.ts';
import { noAttributes } from './attributes.ts';
import type { LocalPolicy } from './local-policy.ts';

export interface WhoOptions {
  readonly action: string;
  readonly resource: string;
}

export interface WhoAnswer {
  /** `invoice:approve` */
  readonly permission: string;
  readonly roles: readonly RoleWays[];
  /** Relations that suffice without a role, as written: `parent.editor`. */
  readonly relations: readonly string[];
}

/** How a role comes to it; one of the ways suffices. */
export interface RoleWays {
  readonly role: string;
  readonly ways: readonly (Grant & { readonly by: 'role' })[];
}

/**
 * Who may do it, as the files have it: roles and relations, since they know no people.
 *
 * @throws ValidationError `cli/usage` for names that the files do not have
 */
export function whoLocally(local: LocalPolicy, options: WhoOptions): WhoAnswer {
  const resource = targetNamed(options.resource, local, noAttributes);
  const action = actionNamed(options.action, resource.type, local);
  const permission = `${resource.type}:${action}`;
  const roles = local.policy.rolesGranting(permission).map((role) => ({ role, ways: waysOf(role) }));
  return {
    permission,
    roles: roles.filter(({ ways }) => ways.length > 0),
    relations: local.policy.relationsGranting(resource.type, action),
  };

  /** Asked of nothing in particular, every condition and scope is in the way, and is named. */
  function waysOf(role: string): readonly (Grant & { readonly by: 'role' })[] {
    const subject = { type: 'user', id: 'nobody', roles: [role], properties: {} } as const;
    const tenant = { id: null, properties: {} };
    const question: AccessQuestion = { subject, action, resource, tenant, now: new Date(0) };
    const { grant, refusal } = local.policy.check(question);
    const grants = refusal === null ? [grant] : refusal.nearMisses.map((miss) => miss.grant);
    return grants.flatMap((one) => (one.by === 'role' ? [one] : []));
  }
}

import { isPlatformError } from '../engine/platform-error/index.ts';
import type { Member, TenancyClient } from './tenancy-client.ts';

/** Gives a user a role in a tenant, and makes them a member first where they are none. */
export async function assignRole(
  { members }: Pick<TenancyClient, 'members'>,
  tenant: string,
  user: string,
  role: string,
): Promise<Member> {
  try {
    return await members.addRole(tenant, user, role);
  } catch (error) {
    if (!isPlatformError(error) || error.code !== 'members/not-found') throw error;
    return members.add(tenant, user, [role]);
  }
}

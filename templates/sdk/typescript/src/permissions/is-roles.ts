import type { RoleHolder } from './contract.ts';

/** Keys of roles; else the claims of a token. */
export function isRoles(who: RoleHolder): who is readonly string[] {
  return Array.isArray(who);
}

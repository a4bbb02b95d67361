import type { Style } from './style.ts';
import { listed } from './text/count.ts';
import { keysText } from './text/keys-text.ts';
import { moment } from './text/moment.ts';
import { pageLines, type Totals } from './text/page-lines.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';

export interface MemberFacts {
  readonly userId: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly since: string;
}

export function formatMembers(tenant: string, members: readonly MemberFacts[], totals: Totals, style: Style): string {
  if (totals.totalItems === 0) {
    return `${visible(tenant)} has no members yet. Add one with: dream tenants add-member ${visible(tenant)} USER`;
  }
  const rows = members.map((member) => [
    visible(member.userId),
    visible(member.email ?? '–'),
    visible(member.name ?? '–'),
    keysText(member.roles),
    visible(moment(member.since)),
  ]);
  const lines = table(['USER', 'EMAIL', 'NAME', 'ROLES', 'SINCE'], rows, style);
  return [...lines, ...pageLines(totals, 'member', style)].join('\n');
}

export function formatMember(tenant: string, { userId, roles }: MemberFacts, style: Style): string {
  const has = roles.length === 0 ? 'without a role' : `as ${rolesHeld(roles, style)}`;
  return `${style.good('✓')} ${visible(userId)} is a member of ${visible(tenant)}, ${has}.`;
}

export interface GrantFacts {
  readonly tenantId: string;
  readonly userId: string;
  readonly roles: readonly string[];
  readonly reason: string;
  readonly grantedBy: string;
  readonly expiresAt: string | null;
}

export function formatGrants(tenant: string, grants: readonly GrantFacts[], totals: Totals, style: Style): string {
  if (totals.totalItems === 0) return `Nobody but its members may act within ${visible(tenant)}.`;
  const rows = grants.map((grant) => [
    visible(grant.userId),
    keysText(grant.roles),
    grant.expiresAt === null ? '–' : visible(moment(grant.expiresAt)),
    visible(grant.grantedBy),
    visible(grant.reason),
  ]);
  const lines = table(['USER', 'ROLES', 'UNTIL', 'BY', 'REASON'], rows, style);
  return [...lines, ...pageLines(totals, 'grant', style)].join('\n');
}

/** The grants of one user, for whichever tenants. */
export function formatGrantsOfUser(user: string, grants: readonly GrantFacts[], totals: Totals, style: Style): string {
  if (totals.totalItems === 0) return `${visible(user)} may act only within tenants they are a member of.`;
  const rows = grants.map((grant) => [
    visible(grant.tenantId),
    keysText(grant.roles),
    grant.expiresAt === null ? '–' : visible(moment(grant.expiresAt)),
    visible(grant.grantedBy),
    visible(grant.reason),
  ]);
  const lines = table(['TENANT', 'ROLES', 'UNTIL', 'BY', 'REASON'], rows, style);
  return [...lines, ...pageLines(totals, 'grant', style)].join('\n');
}

export function formatGrant({ tenantId, userId, roles, expiresAt }: GrantFacts, style: Style): string {
  const until = expiresAt === null ? 'until that is withdrawn' : `until ${visible(moment(expiresAt))}`;
  return `${style.good('✓')} ${visible(userId)} may act within ${visible(tenantId)} as ${rolesHeld(roles, style)}, ${until}.`;
}

/** Roles in a sentence: `editor and viewer`. */
function rolesHeld(roles: readonly string[], style: Style): string {
  return listed(roles.map((role) => style.strong(visible(role))));
}

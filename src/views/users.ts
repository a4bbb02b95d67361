import type { JsonObject } from '../engine/json.ts';
import type { Style } from './style.ts';
import { formatFacts } from './tenants.ts';
import { keysText } from './text/keys-text.ts';
import { moment } from './text/moment.ts';
import { pageLines, type Totals } from './text/page-lines.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';

export interface UserFacts {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly attributes: JsonObject;
  readonly createdAt: string;
}

/** `email`: all of these users were asked for by it. */
export function formatUsers(users: readonly UserFacts[], totals: Totals, style: Style, email?: string): string {
  if (totals.totalItems === 0) {
    return email === undefined
      ? 'There are no users yet. Create one with: dream users create ID'
      : `Nobody has the address ${visible(email)}.`;
  }
  const rows = users.map((user) => [
    visible(user.id),
    visible(user.email ?? '–'),
    visible(user.name ?? '–'),
    visible(moment(user.createdAt)),
  ]);
  const lines = table(['ID', 'EMAIL', 'NAME', 'CREATED'], rows, style);
  return [...lines, ...pageLines(totals, 'user', style)].join('\n');
}

export interface MembershipFacts {
  readonly tenantId: string;
  readonly roles: readonly string[];
}

/** One page of the tenants somebody is a member of. */
export interface MembershipsPage {
  readonly data: readonly MembershipFacts[];
  readonly pagination: Totals;
}

/** `memberships` undefined: they were not asked for. */
export function formatUser(user: UserFacts, memberships: MembershipsPage | undefined, style: Style): string {
  const facts = [['email', user.email ?? '–'] as const, ['created', moment(user.createdAt)] as const];
  const known = formatFacts(user.id, user.name, facts, user.attributes, style);
  if (memberships === undefined) return known;
  const { data, pagination } = memberships;
  if (pagination.totalItems === 0) return `${known}\n\nNo member of any tenant.`;
  const rows = data.map(({ tenantId, roles }) => [visible(tenantId), keysText(roles)]);
  const lines = rows.length === 0 ? [] : table(['TENANT', 'ROLES'], rows, style);
  return [known, '', ...lines, ...pageLines(pagination, 'membership', style)].join('\n');
}

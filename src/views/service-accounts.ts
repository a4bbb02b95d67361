import type { Style } from './style.ts';
import { formatFacts } from './tenants.ts';
import { listed } from './text/count.ts';
import { keysText } from './text/keys-text.ts';
import { moment } from './text/moment.ts';
import { pageLines, type Totals } from './text/page-lines.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';

export interface ServiceAccountFacts {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly createdAt: string;
}

export function formatServiceAccounts(
  tenant: string,
  accounts: readonly ServiceAccountFacts[],
  totals: Totals,
  style: Style,
): string {
  if (totals.totalItems === 0) {
    return `${visible(tenant)} has no service accounts yet. Create one with: dream service-accounts create NAME --tenant ${visible(tenant)}`;
  }
  const rows = accounts.map(({ createdAt, id, name, roles }) => [
    visible(id),
    visible(name),
    keysText(roles),
    visible(moment(createdAt)),
  ]);
  const lines = table(['ID', 'NAME', 'ROLES', 'CREATED'], rows, style);
  return [...lines, ...pageLines(totals, 'service account', style)].join('\n');
}

export function formatServiceAccount(
  tenant: string,
  { createdAt, id, name, roles }: ServiceAccountFacts,
  style: Style,
): string {
  const facts = [
    ['tenant', tenant] as const,
    ['roles', keysText(roles)] as const,
    ['created', moment(createdAt)] as const,
  ];
  return formatFacts(id, name, facts, {}, style);
}

/** After something was done to it. */
export function formatServiceAccountNow(
  tenant: string,
  { id, name, roles }: ServiceAccountFacts,
  style: Style,
): string {
  const held = listed(roles.map((role) => style.strong(visible(role))));
  const has = roles.length === 0 ? 'without a role' : `as ${held}`;
  return `${style.good('✓')} ${visible(name)} acts within ${visible(tenant)}, ${has}.  ${style.faint(visible(id))}`;
}

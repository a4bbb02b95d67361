import type { JsonObject } from '../engine/json.ts';
import type { Style } from './style.ts';
import { moment } from './text/moment.ts';
import { pageLines, type Totals } from './text/page-lines.ts';
import { table } from './text/table.ts';
import { valueText } from './text/value.ts';
import { visible } from './text/visible.ts';

export interface TenantFacts {
  readonly id: string;
  readonly name: string;
  readonly currency: string | null;
  readonly region: string | null;
  readonly dataResidency: string | null;
  readonly attributes: JsonObject;
  readonly createdAt: string;
}

/** `plan`: only those on the plan of this key were asked for. */
export function formatTenants(tenants: readonly TenantFacts[], totals: Totals, style: Style, plan?: string): string {
  if (totals.totalItems === 0) {
    return plan === undefined
      ? 'There are no tenants yet. Create one with: dream tenants create --name NAME'
      : `No tenant is on plan ${visible(plan)}.`;
  }
  const rows = tenants.map((tenant) => [
    visible(tenant.id),
    visible(tenant.name),
    tenant.currency ?? '–',
    visible(tenant.region ?? '–'),
    visible(tenant.dataResidency ?? '–'),
    visible(moment(tenant.createdAt)),
  ]);
  const lines = table(['ID', 'NAME', 'CURRENCY', 'REGION', 'DATA', 'CREATED'], rows, style);
  return [...lines, ...pageLines(totals, 'tenant', style)].join('\n');
}

/** `plan` undefined: it was not asked for. */
export function formatTenant(tenant: TenantFacts, plan: string | null | undefined, style: Style): string {
  const facts: (readonly [string, string])[] = [
    ...(plan === undefined ? [] : [['plan', plan ?? 'none'] as const]),
    ['currency', tenant.currency ?? '–'],
    ['region', tenant.region ?? '–'],
    ['data', tenant.dataResidency ?? '–'],
    ['created', moment(tenant.createdAt)],
  ];
  return formatFacts(tenant.id, tenant.name, facts, tenant.attributes, style);
}

/** A thing with a name, what is known of it, and its attributes. */
export function formatFacts(
  id: string,
  name: string | null,
  facts: readonly (readonly [string, string])[],
  attributes: JsonObject,
  style: Style,
): string {
  const title = name === null ? style.strong(visible(id)) : `${style.strong(visible(id))}  ${visible(name)}`;
  const all = [...facts, ...Object.entries(attributes).map(([key, value]) => [key, valueText(value)] as const)];
  const width = Math.max(...all.map(([key]) => key.length));
  return [title, ...all.map(([key, value]) => `  ${style.faint(visible(key).padEnd(width))}  ${visible(value)}`)].join(
    '\n',
  );
}

export interface TenantPlanFacts {
  readonly tenantId: string;
  readonly plan: string | null;
}

export function formatTenantPlan({ tenantId, plan }: TenantPlanFacts, style: Style): string {
  const now = plan === null ? 'on no plan' : `on plan ${style.strong(visible(plan))}`;
  return `${style.good('✓')} ${visible(tenantId)} is ${now}.`;
}

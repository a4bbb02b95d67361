import { isJsonObject, type Json } from '../engine/json.ts';
import type { Style } from './style.ts';
import { grouped } from './text/count.ts';
import { moment } from './text/moment.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';

export interface AccessFacts {
  readonly entitled: boolean;
  readonly type: string;
  readonly limit?: number | null;
  readonly min?: number;
  readonly max?: number | null;
  readonly used?: number;
  readonly whenExceeded?: string;
  readonly resetsAt?: string;
  readonly level?: string;
  readonly requiredPlan?: string;
  readonly source?: string;
  readonly expiresAt?: string;
}

export function formatEntitlements(accesses: { readonly [key: string]: AccessFacts }, style: Style): string {
  const entries = Object.entries(accesses);
  if (entries.length === 0) return 'No Entitlement is applied yet.';
  const rows = entries.map(([key, access]) => [
    visible(key),
    visible(hasText(access)),
    access.used === undefined ? '–' : amountText(access.used),
    resetsText(access),
    groundText(access),
  ]);
  return table(['ENTITLEMENT', 'HAS', 'USED', 'COUNTS ANEW', 'BY'], rows, style).join('\n');
}

/** `yes`, `10,000`, `500, then bill`, `1 to 50`, `business-hours`, `no: needs enterprise`. */
function hasText({ entitled, level, limit, max, min, requiredPlan, type, whenExceeded }: AccessFacts): string {
  if (!entitled) return requiredPlan === undefined ? 'no' : `no: needs ${requiredPlan}`;
  const beyond = whenExceeded === 'bill' || whenExceeded === 'allow' ? `, then ${whenExceeded}` : '';
  switch (type) {
    case 'quantity':
      return limit === null ? 'unlimited' : `${amountText(limit ?? 0)}${beyond}`;
    case 'range':
      return max === null
        ? `${amountText(min ?? 0)} or more`
        : `${amountText(min ?? 0)} to ${amountText(max ?? 0)}${beyond}`;
    case 'custom':
      return level ?? '–';
    default:
      return 'yes';
  }
}

function resetsText({ resetsAt, used }: AccessFacts): string {
  if (resetsAt !== undefined) return visible(moment(resetsAt));
  return used === undefined ? '–' : 'never';
}

function groundText({ expiresAt, source }: AccessFacts): string {
  return expiresAt === undefined
    ? visible(source ?? '–')
    : `${visible(source ?? '')} until ${visible(moment(expiresAt))}`;
}

export interface OverrideFacts {
  readonly tenantId: string;
  readonly entitlement: string;
  readonly value: Json;
  readonly expiresAt: string | null;
}

export function formatOverride({ entitlement, expiresAt, tenantId, value }: OverrideFacts, style: Style): string {
  const until = expiresAt === null ? 'until that is removed' : `until ${visible(moment(expiresAt))}`;
  const what = `${visible(entitlement)}: ${style.strong(visible(valueText(value)))}`;
  return `${style.good('✓')} ${visible(tenantId)} has ${what}, whatever its plan grants, ${until}.`;
}

/** As the tables of plans write it. */
function valueText(value: Json): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') return amountText(value);
  if (!isJsonObject(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  const { limit, max, min, whenExceeded } = value;
  const amount = limit === undefined ? `${valueText(min ?? 0)} to ${valueText(max ?? 'unlimited')}` : valueText(limit);
  return typeof whenExceeded === 'string' ? `${amount}, then ${whenExceeded}` : amount;
}

/** Limits may have a fraction, which is left as it is. */
function amountText(amount: number): string {
  return Number.isInteger(amount) ? grouped(amount) : String(amount);
}

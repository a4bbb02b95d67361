import { isObject } from '../core/json.ts';

/** Tenants that are named in one sentence. */
const mostNamed = 10;

export function notReported(decisions: number, why: string): string {
  return `${decisions === 1 ? '1 decision was' : `${decisions} decisions were`} not reported: ${why}`;
}

/** Of whom the server left something out, as it answered; undefined where it is of nobody. */
export function leftOut(answer: unknown): string | undefined {
  const told = isObject(answer) ? answer['unknownTenants'] : undefined;
  const tenants = Array.isArray(told) ? told.map(String) : [];
  if (tenants.length === 0) return undefined;
  const more = tenants.length > mostNamed ? ` and ${tenants.length - mostNamed} more` : '';
  return `decisions were not logged, since there are no such tenants: ${tenants.slice(0, mostNamed).join(', ')}${more}`;
}

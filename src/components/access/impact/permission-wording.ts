import type { AccessState } from './access-states.ts';
import { textsOf } from '../../../engine/json-fields.ts';

/**
 * A list of single permissions as a person would write it: `invoice:*` for every action there is, `*` for
 * everything, and `employee:read` without saying that `employee:read:self` is part of it.
 */
export function shortenPermissions(permissions: readonly string[], { types }: AccessState): readonly string[] {
  const all = new Set(permissions);
  const whole = [...types].filter(([type, { actions }]) => {
    const names = textsOf(actions);
    return names.length > 1 && names.every((action) => all.has(`${type}:${action}`));
  });
  if (whole.length > 1 && whole.length === types.size) return ['*'];
  const wholeTypes = new Set(whole.map(([type]) => type));
  const rest = permissions.filter((permission) => {
    const [type = '', action = '', scope] = permission.split(':');
    return !wholeTypes.has(type) && (scope === undefined || !all.has(`${type}:${action}`));
  });
  return [...[...wholeTypes].map((type) => `${type}:*`), ...rest].sort();
}

const mostNamed = 3;

/** `invoice:approve`, `2 permissions (a and b)`; of people who do not all lose the same, what they lose and how many of them. */
export function permissionsText(lists: readonly (readonly [permissions: readonly string[], people: number])[]): string {
  const counts = new Map<string, number>();
  for (const [list, people] of lists)
    for (const permission of list) counts.set(permission, (counts.get(permission) ?? 0) + people);
  const everybody = lists.reduce((sum, [, people]) => sum + people, 0);
  const names = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const alike = names.every(([, amount]) => amount === everybody);
  const shown = names
    .slice(0, mostNamed)
    .map(([name, amount]) => (alike ? name : `${name} (${grouped(amount)})`))
    .join(', ');
  const hidden = names.length - mostNamed;
  const more = hidden > 0 ? ` and ${hidden} more ${hidden === 1 ? 'permission' : 'permissions'}` : '';
  return alike || hidden <= 0 ? `${shown}${more}` : `permissions, among them ${shown}${more}`;
}

/** Thousands set apart: 12,480. */
export function grouped(amount: number): string {
  return String(amount).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

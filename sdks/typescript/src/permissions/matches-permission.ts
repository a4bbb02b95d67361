/*
 * How permissions match, in whole: the packages that applications use carry this file as it stands, so it
 * imports nothing. Nothing here throws; what is not a permission grants nothing and is granted by nothing.
 *
 * A permission is `resource:action` or `resource:action:scope`, or `*` for everything. What covers what:
 *
 *   *                  every permission
 *   invoice:*          every action on invoices, in every scope
 *   invoice:read       invoice:read, and it narrowed to any scope: invoice:read:own
 *   invoice:read:*     reading invoices in every scope, and not invoice:read itself, which knows no bounds
 *   invoice:*:own      every action on invoices in the scope `own`, and none beyond it
 *   invoice:read:own   itself
 *
 * A wildcard that is asked for stands for itself: only who may do everything on invoices holds `invoice:*`.
 */

/** Whether holding `granted` is enough where `required` is asked for. */
export function matchesPermission(granted: string, required: string): boolean {
  const held = permissionParts(granted);
  const asked = permissionParts(required);
  return held !== undefined && asked !== undefined && covers(held, asked);
}

/** The same of permissions that were taken apart before. */
export function covers(held: PermissionParts, asked: PermissionParts): boolean {
  if (held.resource === '*') return true;
  if (held.resource !== asked.resource) return false;
  if (held.action !== '*' && held.action !== asked.action) return false;
  if (held.scope === undefined) return true;
  // Who is held to a scope never gets what has none, not even by naming every scope there is.
  if (asked.scope === undefined) return false;
  return held.scope === '*' || held.scope === asked.scope;
}

/** Whether one of `granted` covers one of `required`; asked for nothing, nothing is held. */
export function hasAnyPermission(granted: readonly string[], required: readonly string[]): boolean {
  if (!Array.isArray(granted) || !Array.isArray(required)) return false;
  return required.some((asked) => granted.some((held) => matchesPermission(held, asked)));
}

/** Whether each of `required` is covered by one of `granted`; asked for nothing, everything is held. */
export function hasAllPermissions(granted: readonly string[], required: readonly string[]): boolean {
  if (!Array.isArray(granted) || !Array.isArray(required)) return false;
  return required.every((asked) => granted.some((held) => matchesPermission(held, asked)));
}

/** What a permission is made of; `*` alone has neither action nor scope. */
export interface PermissionParts {
  readonly resource: string;
  readonly action: string | undefined;
  readonly scope: string | undefined;
}

/** Undefined for what is not a permission. */
export function permissionParts(permission: string): PermissionParts | undefined {
  if (typeof permission !== 'string') return undefined;
  const found = /^(?:\*|([A-Za-z0-9][A-Za-z0-9._-]*):(\*|[a-z][a-z0-9_-]*)(?::(\*|[a-z][a-z0-9_-]*))?)$/.exec(
    permission,
  );
  if (found === null) return undefined;
  const [, resource = '*', action, scope] = found;
  return { resource, action, scope };
}

import type { JsonObject } from '../../../engine/json.ts';
import { type CompiledRole, compileRole } from './compiled-role.ts';

/** The Roles, each compiled when it is first needed: of many roles one person holds few. */
export interface Roles {
  /** Undefined for a role that is unknown. */
  find(key: string): CompiledRole | undefined;
  all(): readonly CompiledRole[];
}

export function createRoles(bodies: ReadonlyMap<string, JsonObject>): Roles {
  const compiled = new Map<string, CompiledRole>();
  function compiledOf(key: string, body: JsonObject): CompiledRole {
    const before = compiled.get(key);
    if (before !== undefined) return before;
    const role = compileRole(key, body);
    compiled.set(key, role);
    return role;
  }
  return {
    find(key) {
      const body = bodies.get(key);
      return body === undefined ? undefined : compiledOf(key, body);
    },
    all: () => Array.from(bodies, ([key, body]) => compiledOf(key, body)),
  };
}

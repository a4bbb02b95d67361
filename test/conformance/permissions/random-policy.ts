import type { JsonObject } from '../../../src/engine/json.ts';
import type { Random } from '../flags/random/random.ts';

/** Bodies by key. */
export interface RandomPolicy {
  readonly resourceTypes: ReadonlyMap<string, JsonObject>;
  readonly roles: ReadonlyMap<string, JsonObject>;
}

export const typeNames = ['invoice', 'document', 'a.b-c_7', 'constructor'] as const;
const actionNames = ['read', 'update', 'approve'] as const;
const scopeNames = ['own', 'team'] as const;
export const roleNames = ['viewer', 'editor', 'admin', 'toString', 'prüfer'] as const;

/** What conditions and scopes ask of `context`, and a relation to the resource: each may hold or not. */
export const switches = ['first', 'second', 'own', 'team'] as const;

export function randomPolicy(random: Random): RandomPolicy {
  return {
    resourceTypes: new Map(random.some(typeNames, 80).map((key) => [key, randomType(random)])),
    roles: new Map(random.some(roleNames, 85).map((key) => [key, randomRole(random)])),
  };
}

function randomType(random: Random): JsonObject {
  const actions = random.some(actionNames, 80);
  const scopes = Object.fromEntries(random.some(scopeNames, 60).map((name) => [name, `context.${name}`]));
  const isRelated = random.percent(50);
  const granted = random.percent(30) ? ['*'] : random.some(actionNames, 40);
  const name = random.percent(30) ? 'parent.owner' : 'owner';
  return {
    actions: actions.length === 0 ? ['read'] : actions,
    ...(random.percent(60) ? { scopes } : {}),
    ...(isRelated ? { relations: { owner: ['user'], parent: [...typeNames] } } : {}),
    ...(isRelated && granted.length > 0 ? { grants: { [name]: granted } } : {}),
  };
}

function randomRole(random: Random): JsonObject {
  const permissions = [...new Set(random.list(1, 6, () => randomPermission(random)))];
  const conditions = Object.fromEntries(
    random.some(permissions, 60).map((permission) => [permission, `context.${random.pick(['first', 'second'])}`]),
  );
  return {
    permissions,
    inherits: random.some(roleNames, 20),
    ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
  };
}

/** Also of scopes that no type has, and of types that there are not. */
export function randomPermission(random: Random): string {
  if (random.percent(3)) return '*';
  const type = random.pick([...typeNames, 'nothing'] as const);
  const action = random.percent(25) ? '*' : random.pick([...actionNames, 'fly'] as const);
  if (random.percent(55)) return `${type}:${action}`;
  return `${type}:${action}:${random.pick([...scopeNames, '*', 'unheard-of'] as const)}`;
}

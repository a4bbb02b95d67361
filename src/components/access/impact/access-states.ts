import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { textsOf } from '../../../engine/json-fields.ts';
import type { Resource } from '../../../engine/resource.ts';
import { canonicalExpression } from '../policy/canonical-expression.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import { keep } from '../policy/keep.ts';
import { declare, type Declared, knownScopes, mostExpressions } from './declared-permissions.ts';
import { createSpread, ownGrants, type Ways } from './ways.ts';

/** Roles and resource types at one moment, and what each role grants then. */
export interface AccessState {
  readonly types: ReadonlyMap<string, JsonObject>;
  readonly roles: ReadonlyMap<string, JsonObject>;
  readonly declared: Declared;
  /** What a role grants, inherited included; nothing when there is no such role. */
  waysOf(role: string): Ways;
  /** What a Role of this body would grant by itself. */
  ownWays(key: string, body: JsonObject): Ways;
  /** The role and all it inherits from. */
  lineOf(role: string): ReadonlySet<string>;
}

/** Before and after a whole changeset. Resource types that are renamed bear their new names in both. */
export interface AccessStates {
  readonly before: AccessState;
  readonly after: AccessState;
  /** Former keys of roles to present ones: assignments are carried along. */
  readonly renamedRoles: ReadonlyMap<string, string>;
  readonly renamedTypes: ReadonlyMap<string, string>;
}

export function accessStates(live: readonly Resource[], changes: readonly DraftChange[]): AccessStates {
  const renamedTypes = renames(changes, 'ResourceType');
  const before = bodiesByKind(live);
  const after = { types: new Map(before.types), roles: new Map(before.roles) };
  for (const change of changes) {
    const bodies = change.kind === 'Role' ? after.roles : after.types;
    bodies.delete(change.from ?? change.key);
  }
  for (const { after: body, key, kind } of changes)
    if (body !== null) (kind === 'Role' ? after.roles : after.types).set(key, body);
  const named = {
    types: new Map([...before.types].map(([key, body]) => [renamedTypes.get(key) ?? key, body])),
    roles: new Map([...before.roles].map(([key, body]) => [key, underNewNames(body, renamedTypes)])),
  };
  const scopes = knownScopes([...named.types, ...after.types], [...named.roles.values(), ...after.roles.values()]);
  const canonicalOf = keep(canonicalExpression, mostExpressions);
  const declaring = (body: JsonObject | undefined): boolean => body?.['scopes'] !== undefined;
  const comeOrGo = [...named.types].flatMap(([key, body]) =>
    after.types.has(key) && declaring(body) !== declaring(after.types.get(key)) ? [key] : [],
  );
  const read = (bodies: Bodies): AccessState => {
    const declared = declare(bodies.types, scopes, new Set(comeOrGo), canonicalOf);
    return createState(bodies, declared);
  };
  return {
    before: read(named),
    after: read(after),
    renamedRoles: renames(changes, 'Role'),
    renamedTypes,
  };
}

interface Bodies {
  readonly types: Map<string, JsonObject>;
  readonly roles: Map<string, JsonObject>;
}

function createState({ roles, types }: Bodies, declared: Declared): AccessState {
  const spread = createSpread(declared);
  const policy = compilePolicy({ resourceTypes: types, roles });
  const known = new Map<string, Ways>();
  const state: AccessState = {
    types,
    roles,
    declared,
    waysOf(role) {
      const ways = known.get(role) ?? spread(policy.permissionsOf([role]));
      known.set(role, ways);
      return ways;
    },
    ownWays: (key, body) => spread(ownGrants(key, body)),
    lineOf(role) {
      const line = new Set([role]);
      // A set is walked in the order of insertion, what is added on the way included.
      for (const key of line) for (const inherited of textsOf(roles.get(key)?.['inherits'])) line.add(inherited);
      return line;
    },
  };
  return state;
}

function renames(changes: readonly DraftChange[], kind: string): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap((change) =>
      change.kind === kind && change.from !== undefined ? [[change.from, change.key] as const] : [],
    ),
  );
}

function bodiesByKind(resources: readonly Resource[]): Bodies {
  const of = (kind: string) =>
    new Map(resources.filter((resource) => resource.kind === kind).map(({ body, key }) => [key, body]));
  return { types: of('ResourceType'), roles: of('Role') };
}

function underNewNames(body: JsonObject, renamed: ReadonlyMap<string, string>): JsonObject {
  if (renamed.size === 0) return body;
  const rename = (permission: string): string => {
    const [type = '', ...rest] = permission.split(':');
    return [renamed.get(type) ?? type, ...rest].join(':');
  };
  const conditions = body['conditions'];
  return {
    ...body,
    permissions: textsOf(body['permissions']).map(rename),
    ...(typeof conditions === 'object' && conditions !== null && !Array.isArray(conditions)
      ? { conditions: Object.fromEntries(Object.entries(conditions).map(([key, value]) => [rename(key), value])) }
      : {}),
  };
}

import fc from 'fast-check';
import { desired, resource } from '../../../../support/control-plane.ts';
import type { DirectoryFill } from '../../../../support/directory.ts';
import type { JsonObject } from '../../../../../src/engine/json.ts';
import type { DesiredState, Resource } from '../../../../../src/engine/resource.ts';

/** A small random world: what is applied first, who holds what, and what is wanted then. */
export interface RandomAccess {
  readonly before: DesiredState;
  readonly after: DesiredState;
  readonly people: DirectoryFill;
}

const types = ['invoice', 'report'];
const actions = ['read', 'approve', 'void'];
const scopes = ['own', 'team'];
const roleKeys = ['r0', 'r1', 'r2', 'r3'];
const tenants = ['globex', 'initech'];
const conditions = ['resource.a', '(resource["a"])', 'resource.b', '!!resource.b // or so', '!false', 'false'];
const scopeTexts = ['resource.s', "resource['s'] || false", 'resource.t', 'resource.t && !true'];

/** Ids of the resources that relationships are about. */
export const relatedIds = ['a', 'b'];
const subjects = ['user', 'service-account', 'tenant'];

interface DrawnType {
  readonly actions: readonly string[];
  readonly scopes: { readonly [scope: string]: string } | null;
  /** Relations with the types at their other ends. */
  readonly owner: readonly string[];
  readonly viewer: readonly string[];
  readonly parent: readonly string[];
  /** By relation, which actions it allows. */
  readonly grants: { readonly [relation: string]: readonly string[] };
}

interface DrawnRole {
  readonly inherits: readonly number[];
  readonly grants: readonly { readonly permission: string; readonly condition: string | null }[];
}

interface DrawnWorld {
  readonly types: readonly (DrawnType | null)[];
  readonly roles: readonly (DrawnRole | null)[];
}

const allowed = fc.oneof(fc.constant(['*']), fc.subarray(actions, { minLength: 1 }));

const drawnType = fc.record({
  owner: fc.subarray(subjects),
  viewer: fc.subarray(subjects),
  parent: fc.subarray(types),
  grants: fc.record(
    { owner: allowed, viewer: allowed, 'parent.owner': allowed, 'parent.viewer': allowed },
    { requiredKeys: [] },
  ),
  actions: fc.subarray(actions, { minLength: 1 }),
  scopes: fc.oneof(
    fc.constant(null),
    fc
      .subarray(scopes)
      .chain((names) =>
        fc
          .tuple(...names.map(() => fc.constantFrom(...scopeTexts)))
          .map((texts) => Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']))),
      ),
  ),
});

const permission = fc.oneof(
  { weight: 1, arbitrary: fc.constant('*') },
  {
    weight: 9,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...types),
        fc.constantFrom('*', ...actions),
        fc.constantFrom('', '', '', ':*', ':own', ':team'),
      )
      .map(([type, action, scope]) => `${type}:${action}${scope}`),
  },
);

const drawnRole = (index: number) =>
  fc.record({
    inherits: fc.subarray(Array.from({ length: index }, (_, at) => at)),
    grants: fc.uniqueArray(
      fc.record({ permission, condition: fc.option(fc.constantFrom(...conditions), { freq: 3 }) }),
      { maxLength: 3, selector: (grant) => grant.permission },
    ),
  });

const absent = fc.constant(null);
const world: fc.Arbitrary<DrawnWorld> = fc.record({
  types: fc.tuple(...types.map(() => fc.oneof({ weight: 1, arbitrary: absent }, { weight: 9, arbitrary: drawnType }))),
  roles: fc.tuple(
    ...roleKeys.map((_, index) =>
      fc.oneof({ weight: 1, arbitrary: absent }, { weight: 5, arbitrary: drawnRole(index) }),
    ),
  ),
});

/** Each part of the second world is the first one's as often as not, so that most of a changeset is no change. */
const worlds = fc
  .tuple(world, world, booleans(types.length), booleans(roleKeys.length), fc.subarray(roleKeys), fc.boolean())
  .map(([before, drawn, keepTypes, keepRoles, renamed, renameType]) => {
    const take = <T>(keep: readonly boolean[], was: readonly T[], is: readonly T[]): readonly T[] =>
      is.map((part, index) => (keep[index] === true ? (was[index] ?? part) : part));
    return {
      before,
      after: {
        types: take(keepTypes, before.types, drawn.types).map((type, index) => scopedAs(before.types[index], type)),
        roles: take(keepRoles, before.roles, drawn.roles),
      },
      renamed,
      renameType,
    };
  });

/**
 * A type has scopes in both worlds, or in none. Where they come or go, a grant in a scope gives less on one resource and
 * more on another, which answers about the scope alone do not show: `ways.test.ts` has those.
 */
function scopedAs(before: DrawnType | null | undefined, type: DrawnType | null): DrawnType | null {
  if (before === null || before === undefined || type === null) return type;
  return (before.scopes === null) === (type.scopes === null) ? type : { ...type, scopes: before.scopes };
}

function booleans(length: number): fc.Arbitrary<readonly boolean[]> {
  return fc.array(fc.boolean(), { minLength: length, maxLength: length });
}

const people = fc.record({
  roles: fc.array(
    fc.tuple(
      fc.constantFrom(...tenants),
      fc.constantFrom('user' as const, 'user' as const, 'service-account' as const),
      fc.constantFrom('ada', 'bob', 'cy'),
      fc.constantFrom(...roleKeys, 'gone'),
    ),
    { maxLength: 8 },
  ),
  grants: fc.uniqueArray(
    fc.tuple(fc.constantFrom(...tenants), fc.constantFrom('ada', 'sue'), fc.subarray(roleKeys, { minLength: 1 })),
    { maxLength: 2, selector: ([tenant, user]) => `${tenant} ${user}` },
  ),
  relationships: fc.array(
    fc.oneof(
      { weight: 2, arbitrary: relationshipWith('subject') },
      { weight: 1, arbitrary: relationshipWith('parent') },
    ),
    { maxLength: 12 },
  ),
});

/** Some of types that are gone, or have not yet the name that they will have. */
function relationshipWith(end: 'subject' | 'parent') {
  const type = fc.constantFrom(...types, ...types, newName(types[0] ?? ''));
  const id = fc.constantFrom(...relatedIds);
  const tenant = fc.constantFrom(...tenants);
  if (end === 'parent')
    return fc
      .tuple(tenant, type, id, type, id)
      .map(([of, from, at, to, other]) => [of, from, at, 'parent', to, other] as const);
  const subject = fc.oneof(
    fc.tuple(fc.constant('user'), fc.constantFrom('ada', 'bob', 'sue')),
    fc.tuple(fc.constant('service-account'), fc.constantFrom('ada', 'cy')),
    fc.tuple(fc.constant('tenant'), fc.constantFrom(...tenants)),
  );
  return fc
    .tuple(tenant, type, id, fc.constantFrom('owner', 'viewer'), subject)
    .map(([of, from, at, relation, [kind, who]]) => [of, from, at, relation, kind, who] as const);
}

export const randomAccess: fc.Arbitrary<RandomAccess> = fc.tuple(worlds, people).map(([drawn, who]) => {
  const renamedRoles = drawn.renamed.filter((key) => {
    const index = roleKeys.indexOf(key);
    return drawn.before.roles[index] !== null && drawn.after.roles[index] !== null;
  });
  const renamesType = drawn.renameType && drawn.before.types[0] !== null && drawn.after.types[0] !== null;
  return {
    before: desired(resources(drawn.before, [], false)),
    after: desired(resources(drawn.after, renamedRoles, renamesType)),
    people: { tenants, ...who },
  };
});

/** New names of what is renamed. */
export function newName(key: string): string {
  return `${key}-renamed`;
}

function resources(drawn: DrawnWorld, renamedRoles: readonly string[], renamesType: boolean): readonly Resource[] {
  const nameOfType = (key: string): string => (renamesType && key === types[0] ? newName(key) : key);
  const nameOfRole = (key: string): string => (renamedRoles.includes(key) ? newName(key) : key);
  const declared = new Map(types.map((key, index) => [key, drawn.types[index] ?? null]));
  const made: Resource[] = [];
  for (const [key, type] of declared) {
    if (type === null) continue;
    const name = nameOfType(key);
    const body = {
      actions: [...type.actions],
      ...(type.scopes === null ? {} : { scopes: type.scopes }),
      ...relationsIn(type, declared, nameOfType),
    };
    made.push(resource('ResourceType', name, body, name === key ? undefined : key));
  }
  for (const [index, role] of drawn.roles.entries()) {
    const key = roleKeys[index] ?? '';
    if (role === null) continue;
    const grants = role.grants
      .filter((grant) => isDeclared(grant.permission, declared))
      .map(({ condition, permission: written }) => {
        const [type = '', ...rest] = written.split(':');
        return { condition, permission: [nameOfType(type), ...rest].join(':') };
      });
    const name = nameOfRole(key);
    const bounded = grants.flatMap(({ condition, permission: written }) =>
      condition === null ? [] : [[written, condition] as const],
    );
    const body = {
      permissions: grants.map((grant) => grant.permission),
      inherits: role.inherits.filter((at) => drawn.roles[at] !== null).map((at) => nameOfRole(roleKeys[at] ?? '')),
      ...(bounded.length === 0 ? {} : { conditions: Object.fromEntries(bounded) }),
    };
    made.push(resource('Role', name, body, name === key ? undefined : key));
  }
  return made;
}

/** Validation refuses relations to types that are not there, and grants to relations and of actions that are not. */
function relationsIn(
  type: DrawnType,
  declared: ReadonlyMap<string, DrawnType | null>,
  nameOfType: (key: string) => string,
): JsonObject {
  const parents = type.parent.filter((key) => (declared.get(key) ?? null) !== null);
  const ends = { owner: [...type.owner], viewer: [...type.viewer], parent: parents.map(nameOfType) };
  const relations = Object.fromEntries(Object.entries(ends).filter(([, admitted]) => admitted.length > 0));
  const hasRelation = (name: string): boolean => {
    const [relation = '', further] = name.split('.');
    if (further !== 'owner' && further !== 'viewer') return relation in relations;
    return parents.some((key) => (declared.get(key)?.[further].length ?? 0) > 0);
  };
  const grants = Object.entries(type.grants).flatMap(([name, granted]) => {
    const known = granted.filter((action) => action === '*' || type.actions.includes(action));
    return hasRelation(name) && known.length > 0 ? [[name, known] as const] : [];
  });
  return {
    ...(Object.keys(relations).length === 0 ? {} : { relations }),
    ...(grants.length === 0 ? {} : { grants: Object.fromEntries(grants) }),
  };
}

/** Validation refuses a role that grants what no resource type declares. */
function isDeclared(written: string, declared: ReadonlyMap<string, DrawnType | null>): boolean {
  const [key = '', action = '*', scope = '*'] = written.split(':');
  if (key === '*') return true;
  const type = declared.get(key);
  if (type === undefined || type === null) return false;
  if (action !== '*' && !type.actions.includes(action)) return false;
  return scope === '*' || type.scopes === null || scope in type.scopes;
}

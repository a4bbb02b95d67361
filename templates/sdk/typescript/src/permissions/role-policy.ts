import { covers, type PermissionParts, permissionParts } from './matches-permission.ts';
import { readPayload } from './read-payload.ts';

/** `ask`: it depends on a condition, a scope or a relation, which only the server can judge. */
export type PermissionAnswer = 'yes' | 'no' | 'ask';

/** What a role grants, as it is written: `invoice:*`. */
export interface GrantedPermission {
  readonly permission: string;
  /** An expression under which it applies. */
  readonly condition?: string;
}

/** What it is wanted of. With neither of them, or none at all, the question is about the type. */
export interface ResourceInHand {
  readonly id?: string | null | undefined;
  /** What conditions may ask of `resource`. */
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}

interface Grant extends GrantedPermission {
  readonly parts: PermissionParts;
}

/** What the roles of an environment grant, in one revision. Immutable, and nothing here throws but the constructor. */
export class RolePolicy {
  readonly revision: number;
  readonly #roles: ReadonlyMap<string, readonly Grant[]>;
  readonly #actions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #scopes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #relationActions: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  /**
   * @param payload what `access.policy` answers
   * @throws TypeError where it is no policy
   */
  constructor(payload: unknown) {
    const { relationActions, resourceTypes, revision, roles, scopes } = readPayload(payload);
    this.revision = revision;
    this.#roles = new Map([...roles].map(([key, grants]) => [key, grants.flatMap(asGrant)]));
    this.#actions = resourceTypes;
    this.#scopes = scopes;
    this.#relationActions = relationActions;
  }

  /** What the roles grant, each once and sorted; with a resource type, only what concerns it. */
  permissionsOf(roles: readonly string[], resourceType?: string): readonly GrantedPermission[] {
    if (!isTexts(roles)) return [];
    const found = this.#grantsOf(roles).filter(({ parts: { resource } }) =>
      [resourceType ?? resource, '*'].includes(resource),
    );
    const byText = new Map(found.map((grant) => [`${grant.permission}\n${grant.condition ?? ''}`, grant]));
    // Neither a permission nor the space before it may hold a line end, so texts sort as their pairs do.
    const sorted = [...byText].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return sorted.map(([, { condition, permission }]) =>
      condition === undefined ? { permission } : { permission, condition },
    );
  }

  /** Whether whoever has these roles in the tenant may do what the permission says. Fit for every request: it asks nobody. */
  can(roles: readonly string[], permission: string, resource?: ResourceInHand | null): PermissionAnswer {
    try {
      return this.#answer(roles, permission, resource);
    } catch {
      // What throws when it is read, only the server can be asked about.
      return 'ask';
    }
  }

  #answer(roles: readonly string[], permission: string, resource: ResourceInHand | null | undefined): PermissionAnswer {
    if (!isTexts(roles)) return 'ask';
    const asked = permissionParts(permission);
    if (asked === undefined) return 'no';
    const grants = this.#grantsOf(roles);
    const { action, resource: type, scope } = asked;
    if (action === undefined || action === '*' || scope === '*')
      return grants.some(({ condition, parts }) => condition === undefined && covers(parts, asked)) ? 'yes' : 'no';
    const scopes = this.#scopes.get(type);
    if (this.#actions.get(type)?.has(action) !== true) return 'no';
    if (scope !== undefined && scopes !== undefined && !scopes.has(scope)) return 'no';
    const ways = grants
      .filter(({ parts }) => isOn(parts, type, action))
      .map(({ condition, parts }) => worse(condition, scopeApplies(parts.scope, scope, scopes, isInHand(resource))));
    if (ways.includes('always')) return 'yes';
    return ways.includes('perhaps') || this.#mayRelate(type, action, resource) ? 'ask' : 'no';
  }

  #grantsOf(roles: readonly string[]): readonly Grant[] {
    return [...new Set(roles)].flatMap((role) => this.#roles.get(role) ?? []);
  }

  /** A relation is one to a resource: without an id there is none. */
  #mayRelate(type: string, action: string, resource: ResourceInHand | null | undefined): boolean {
    if (resource?.id === undefined || resource.id === null) return false;
    return this.#relationActions === undefined || this.#relationActions.get(type)?.has(action) === true;
  }
}

type Applies = 'always' | 'perhaps' | 'never';

function isOn({ action, resource }: PermissionParts, type: string, wanted: string): boolean {
  return resource === '*' || (resource === type && (action === '*' || action === wanted));
}

/** Whether the scope that a grant is narrowed to leaves room for what is asked. */
function scopeApplies(
  granted: string | undefined,
  asked: string | undefined,
  scopes: ReadonlySet<string> | undefined,
  inHand: boolean,
): Applies {
  if (granted === undefined) return 'always';
  if (asked === undefined) {
    // What the type does not declare covers nothing that anybody could tell.
    const isTold = granted === '*' ? (scopes?.size ?? 0) > 0 : scopes?.has(granted) === true;
    return isTold ? 'perhaps' : 'never';
  }
  if (granted !== '*' && granted !== asked) return 'never';
  return scopes === undefined || !inHand ? 'always' : 'perhaps';
}

function worse(condition: string | undefined, applies: Applies): Applies {
  return condition !== undefined && applies === 'always' ? 'perhaps' : applies;
}

/** Whether it is one resource; else the question is about the type. */
export function isInHand(resource: ResourceInHand | null | undefined): boolean {
  if (resource === undefined || resource === null) return false;
  const { id, properties } = resource;
  return (id !== undefined && id !== null) || Object.keys(properties ?? {}).length > 0;
}

function asGrant(granted: GrantedPermission): readonly Grant[] {
  const parts = permissionParts(granted.permission);
  return parts === undefined ? [] : [{ ...granted, parts }];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

import type { JsonObject } from '../engine/json.ts';

/*
 * What deciding about access looks like, to the component that decides and to whoever asks it through a port.
 */

/** What decides: the bodies of all live ResourceTypes and Roles, by key, and that of the Tenancy. */
export interface PolicySource {
  readonly resourceTypes: ReadonlyMap<string, JsonObject>;
  readonly roles: ReadonlyMap<string, JsonObject>;
  /** It says which attributes of tenants and users are dates; without one, none is. Only answers of `check` rest on it. */
  readonly tenancy?: JsonObject | undefined;
}

/** Who wants to do something: a person or a program, with the roles held in the tenant the question is about. */
export interface Subject {
  readonly type: 'user' | 'service-account';
  readonly id: string;
  /** Keys of roles; one that no longer exists grants nothing. */
  readonly roles: readonly string[];
  /** What conditions may ask of `user`, beside `user.key`. */
  readonly properties: JsonObject;
}

/** What it is wanted of. Without an id: anything of the type, as in "may they create one?". */
export interface Target {
  /** Key of a ResourceType. */
  readonly type: string;
  readonly id: string | null;
  /** What conditions may ask of `resource`, beside `resource.key`. */
  readonly properties: JsonObject;
}

export interface AccessQuestion {
  readonly subject: Subject;
  /**
   * `read`, or narrowed to a scope of the resource type: `read:self`. A scope that is asked for must cover the
   * resource where there is one; asked of the type alone, holding the permission suffices.
   */
  readonly action: string;
  /** What conditions may ask of `action`, beside `action.key`. */
  readonly actionProperties?: JsonObject;
  readonly resource: Target;
  /** Id null: in no tenant that is known. Conditions have no `tenant.key` then, and no tenant is at the end of a relation. */
  readonly tenant: { readonly id: string | null; readonly properties: JsonObject };
  /** What conditions may ask of `context`: whence and how the request came, as whoever asks tells it. */
  readonly context?: JsonObject;
  readonly now: Date;
}

/** One end of a relationship: `user:ada`, `document:42`. */
export interface ObjectName {
  readonly type: string;
  readonly id: string;
}

/** Relationships as far as a question needs them: those of the resource, and of what it is related to. */
export interface Relations {
  /** Who or what stands in `relation` to the object. */
  related(object: ObjectName, relation: string): readonly ObjectName[];
}

/** What allowed it. */
export type Grant =
  | {
      readonly by: 'role';
      /** The role that the subject holds. */
      readonly role: string;
      /** The role that says so, itself or inherited by `role`. */
      readonly declaredBy: string;
      /** As it stands there: `invoice:*`. */
      readonly permission: string;
      /** The expression under which it applies, where it has one. */
      readonly condition?: string;
      /** The scope of the resource type that covered the resource. */
      readonly scope?: string;
    }
  | {
      readonly by: 'relation';
      /** `owner`, `parent.editor` */
      readonly relation: string;
      /** The related resource through which it holds: the parent. */
      readonly via?: ObjectName;
    };

/** What was looked at and did not suffice. */
export interface NearMiss {
  readonly grant: Grant;
  /** For people: `the condition resource.amount <= 10000.0 is false`. */
  readonly because: string;
}

/** Why not. */
export interface Refusal {
  readonly reason: 'unknown-resource-type' | 'unknown-action' | 'unknown-scope' | 'no-grant' | 'not-covered';
  /** The permission that would have allowed it: `invoice:approve`. */
  readonly missing: string;
  /** Grants of that permission whose condition or scope did not hold. */
  readonly nearMisses: readonly NearMiss[];
  /** Keys of roles that would grant it, at most 10, in order. */
  readonly grantedBy: readonly string[];
}

export type Decision =
  | { readonly allowed: true; readonly grant: Grant; readonly refusal: null }
  | { readonly allowed: false; readonly grant: null; readonly refusal: Refusal };

/** What a set of roles grants, inherited included. */
export interface GrantedPermission {
  /** As written: `invoice:*`. */
  readonly permission: string;
  readonly declaredBy: string;
  readonly condition?: string;
}

/** Roles and resource types, compiled once for each revision; answers without input or output. Never throws on a question. */
export interface Policy {
  check(question: AccessQuestion, relations?: Relations): Decision;
  /** Everything the roles grant, sorted by permission. Cached by the set of roles. */
  permissionsOf(roles: readonly string[]): readonly GrantedPermission[];
  /**
   * The single permissions (`invoice:read`, `employee:read:self`) that the roles grant without a condition, over
   * all declared actions and scopes, sorted: what two policies are compared by.
   */
  expandedPermissionsOf(roles: readonly string[]): readonly string[];
  /**
   * Roles by which somebody may hold the permission, inherited included and bound to a condition or a scope or
   * not, sorted: where "who can" begins.
   */
  rolesGranting(permission: string): readonly string[];
  /** Relations of the type that allow the action: `owner`, `parent.editor`. */
  relationsGranting(resourceType: string, action: string): readonly string[];
  /** By resource type, sorted: neither a file nor a database has its own order. */
  readonly actions: ReadonlyMap<string, readonly string[]>;
}

import type { JsonObject } from '../engine/json.ts';
import type { Page, PageRequest } from '../server/page.ts';

/** What commands ask of a control plane about tenants and people. */
export interface TenancyClient {
  tenants: {
    list(filter: { readonly plan?: string }, page: PageRequest): Promise<Page<Tenant>>;
    get(id: string): Promise<Tenant>;
    create(draft: NewTenant): Promise<Tenant>;
    update(id: string, changes: { readonly name?: string; readonly attributes?: JsonObject }): Promise<Tenant>;
    delete(id: string): Promise<void>;
    plan(id: string): Promise<TenantPlan>;
    /** Null puts the tenant on no plan. */
    setPlan(id: string, plan: string | null): Promise<TenantPlan>;
  };
  members: {
    list(tenant: string, page: PageRequest): Promise<Page<Member>>;
    add(tenant: string, user: string, roles: readonly string[]): Promise<Member>;
    remove(tenant: string, user: string): Promise<void>;
    addRole(tenant: string, user: string, role: string): Promise<Member>;
    removeRole(tenant: string, user: string, role: string): Promise<Member>;
  };
  grants: {
    list(tenant: string, page: PageRequest): Promise<Page<CrossTenantGrant>>;
    set(tenant: string, user: string, grant: NewGrant): Promise<CrossTenantGrant>;
    withdraw(tenant: string, user: string): Promise<void>;
    listOfUser(user: string, page: PageRequest): Promise<Page<CrossTenantGrant>>;
  };
  serviceAccounts: {
    list(tenant: string, page: PageRequest): Promise<Page<ServiceAccount>>;
    get(tenant: string, id: string): Promise<ServiceAccount>;
    create(
      tenant: string,
      draft: { readonly name: string; readonly roles: readonly string[] },
    ): Promise<ServiceAccount>;
    delete(tenant: string, id: string): Promise<void>;
    addRole(tenant: string, id: string, role: string): Promise<ServiceAccount>;
    removeRole(tenant: string, id: string, role: string): Promise<ServiceAccount>;
  };
  relationships: {
    list(tenant: string, filter: RelationshipFilter, page: PageRequest): Promise<Page<Relationship>>;
    /** All or none of them. */
    write(tenant: string, changes: RelationshipChanges): Promise<RelationshipsWritten>;
  };
  users: {
    list(filter: { readonly email?: string }, page: PageRequest): Promise<Page<User>>;
    get(id: string): Promise<User>;
    create(draft: { readonly id: string } & Profile): Promise<User>;
    update(id: string, changes: Profile): Promise<User>;
    delete(id: string): Promise<void>;
    memberships(id: string, page: PageRequest): Promise<Page<Membership>>;
  };
}

export interface Tenant {
  readonly id: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string | null;
  readonly region: string | null;
  readonly dataResidency: string | null;
  readonly attributes: JsonObject;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface NewTenant {
  readonly id?: string;
  readonly name: string;
  readonly currency?: string;
  readonly region?: string;
  readonly dataResidency?: string;
  readonly attributes?: JsonObject;
}

/** All but the first are null while the tenant is on no plan. */
export interface TenantPlan {
  readonly tenantId: string;
  readonly plan: string | null;
  readonly assignedBy: string | null;
  readonly assignedAt: string | null;
}

export interface Member {
  readonly userId: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly since: string;
}

export interface CrossTenantGrant {
  readonly tenantId: string;
  readonly userId: string;
  readonly roles: readonly string[];
  readonly reason: string;
  readonly grantedBy: string;
  readonly grantedAt: string;
  /** Null: until it is withdrawn. */
  readonly expiresAt: string | null;
}

export interface NewGrant {
  readonly roles: readonly string[];
  readonly reason: string;
  readonly expiresAt?: string;
}

/** A program that acts within a tenant. */
export interface ServiceAccount {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly createdAt: string;
}

export interface NamedObject {
  readonly type: string;
  readonly id: string;
}

/** `subject` is `relation` of `resource`: ada is owner of document 42. */
export interface Relationship {
  readonly resource: NamedObject;
  readonly relation: string;
  readonly subject: NamedObject;
}

/** `document` is everything of that type, `document:42` one of them. */
export interface RelationshipFilter {
  readonly resource?: string | undefined;
  readonly relation?: string | undefined;
  readonly subject?: string | undefined;
}

export interface RelationshipChanges {
  readonly add?: readonly Relationship[];
  readonly remove?: readonly Relationship[];
}

/** How many there are more, and how many less. */
export interface RelationshipsWritten {
  readonly added: number;
  readonly removed: number;
}

export interface User {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly attributes: JsonObject;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Profile {
  readonly email?: string;
  readonly name?: string;
  readonly attributes?: JsonObject;
}

export interface Membership {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly roles: readonly string[];
  readonly since: string;
}

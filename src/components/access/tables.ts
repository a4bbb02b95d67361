import { sql } from 'drizzle-orm';
import { bigint, boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { JsonObject } from '../../engine/json.ts';
import { environmentId } from '../../db/tables/environment-id.ts';

/** Customer organisations of the user's product. */
export const tenants = pgTable(
  'tenants',
  {
    environmentId: environmentId(),
    /** Chosen by the caller, or `tnt_…`. */
    id: text().notNull(),
    name: text().notNull(),
    /** ISO 4217. Like the two below it is declared once: the application's role may not update it. */
    currency: text(),
    region: text(),
    /** Where the tenant's data must stay: `in-mumbai`. */
    dataResidency: text('data_residency'),
    /** Typed by the kind Tenancy. */
    attributes: jsonb().$type<JsonObject>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.id] }),
    index('tenants_created_at').on(table.environmentId, table.createdAt, table.id),
  ],
);

/** People who use the user's product. One person may be a member of many tenants, so this table knows none. */
export const users = pgTable(
  'users',
  {
    environmentId: environmentId(),
    /** The identity provider's name for the person, its `sub`: `user_2abc`, `auth0|5f7c`. */
    id: text().notNull(),
    email: text(),
    name: text(),
    attributes: jsonb().$type<JsonObject>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.id] }),
    index('users_created_at').on(table.environmentId, table.createdAt, table.id),
    index('users_email').on(table.environmentId, table.email),
  ],
);

/** Who belongs to a tenant. */
export const memberships = pgTable(
  'memberships',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    userId: text('user_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.tenantId, table.userId] }),
    index('memberships_user').on(table.environmentId, table.userId),
    foreignKey({
      name: 'memberships_tenant',
      columns: [table.environmentId, table.tenantId],
      foreignColumns: [tenants.environmentId, tenants.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'memberships_of_user',
      columns: [table.environmentId, table.userId],
      foreignColumns: [users.environmentId, users.id],
    }).onDelete('cascade'),
  ],
);

/** Programs that act within a tenant, such as its integration with another product. */
export const serviceAccounts = pgTable(
  'service_accounts',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    /** `svc_…` */
    id: text().notNull(),
    name: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.tenantId, table.id] }),
    foreignKey({
      name: 'service_accounts_tenant',
      columns: [table.environmentId, table.tenantId],
      foreignColumns: [tenants.environmentId, tenants.id],
    }).onDelete('cascade'),
  ],
);

/**
 * Roles of a member or a service account within one tenant. `role` is the key of a Role; a role that was
 * deleted since grants nothing, and one that was renamed is carried along by the apply.
 */
export const roleAssignments = pgTable(
  'role_assignments',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    subjectType: text('subject_type', { enum: ['user', 'service-account'] }).notNull(),
    subjectId: text('subject_id').notNull(),
    role: text().notNull(),
    assignedBy: text('assigned_by').notNull(),
    assignedAt: timestamp('assigned_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({
      name: 'role_assignments_pk',
      columns: [table.environmentId, table.tenantId, table.subjectType, table.subjectId, table.role],
    }),
    index('role_assignments_role').on(table.environmentId, table.role),
    foreignKey({
      name: 'role_assignments_tenant',
      columns: [table.environmentId, table.tenantId],
      foreignColumns: [tenants.environmentId, tenants.id],
    }).onDelete('cascade'),
  ],
);

/** Lets somebody who is no member act within a tenant: support staff, an administrator of the platform. */
export const tenantGrants = pgTable(
  'tenant_grants',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    userId: text('user_id').notNull(),
    /** Keys of the roles that the user has there. */
    roles: jsonb().$type<readonly string[]>().notNull(),
    reason: text().notNull(),
    grantedBy: text('granted_by').notNull(),
    grantedAt: timestamp('granted_at', { withTimezone: true }).notNull(),
    /** Null: until it is withdrawn. */
    expiresAt: timestamp('expires_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.tenantId, table.userId] }),
    index('tenant_grants_user').on(table.environmentId, table.userId),
    foreignKey({
      name: 'tenant_grants_tenant',
      columns: [table.environmentId, table.tenantId],
      foreignColumns: [tenants.environmentId, tenants.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'tenant_grants_of_user',
      columns: [table.environmentId, table.userId],
      foreignColumns: [users.environmentId, users.id],
    }).onDelete('cascade'),
  ],
);

/** `user:ada` is `owner` of `document:42`: one tuple, within one tenant. */
export const relationships = pgTable(
  'relationships',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    resourceType: text('resource_type').notNull(),
    resourceId: text('resource_id').notNull(),
    relation: text().notNull(),
    /** `user`, `service-account`, `tenant`, or a resource type. */
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({
      name: 'relationships_pk',
      columns: [
        table.environmentId,
        table.tenantId,
        table.resourceType,
        table.resourceId,
        table.relation,
        table.subjectType,
        table.subjectId,
      ],
    }),
    index('relationships_subject').on(table.environmentId, table.subjectType, table.subjectId, table.tenantId),
    foreignKey({
      name: 'relationships_tenant',
      columns: [table.environmentId, table.tenantId],
      foreignColumns: [tenants.environmentId, tenants.id],
    }).onDelete('cascade'),
  ],
);

/** Every decision that was asked for: who, what, the answer, and what it rests on. Rows are only ever added. */
export const decisions = pgTable(
  'decisions',
  {
    // Without the foreign key of other tables: with it each check would lock the environment's row, which every apply
    // keeps to itself until it ends. Policies let nobody write of another environment than their session's.
    environmentId: text('environment_id').notNull(),
    tenantId: text('tenant_id').notNull(),
    /** `dec_…`, sortable. */
    id: text().notNull(),
    /** As it was asked: a question may be about something that nobody here is. */
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    action: text().notNull(),
    resourceType: text('resource_type').notNull(),
    resourceId: text('resource_id'),
    allowed: boolean().notNull(),
    /** The grant that allowed it, or what was missing. */
    grounds: jsonb().$type<JsonObject>().notNull(),
    /** Revision of the environment whose roles and resource types decided. */
    policyRevision: bigint('policy_revision', { mode: 'number' }).notNull(),
    requestId: text('request_id').notNull(),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.id] }),
    index('decisions_tenant').on(table.environmentId, table.tenantId, table.id),
    index('decisions_subject').on(table.environmentId, table.subjectId, table.id),
    index('decisions_action').on(table.environmentId, table.action, table.id),
    // Refusals are few, and what people look for; decisions for are found on the way through all. No index for each of
    // both within a tenant: every check would pay for it, and one of these two or the tenant's own leads there soon.
    index('decisions_refused').on(table.environmentId, table.id).where(sql`not ${table.allowed}`),
  ],
);

/**
 * Rises with everything that may change what somebody within the tenant may do, so that a token made before can
 * be told from one made after. What the configuration changes shows in the environment's revision. The row outlives
 * the tenant, so that another one of the same id never comes by a number that an old token carries.
 */
export const accessVersions = pgTable(
  'access_versions',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    version: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.environmentId, table.tenantId] })],
);

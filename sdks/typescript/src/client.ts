// Written by dream generate sdk; do not edit.
import { DreamBase } from './core/base-client.ts';
import { Access } from './resources/access.ts';
import { Alerts } from './resources/alerts.ts';
import { Audit } from './resources/audit.ts';
import { Catalogue } from './resources/catalogue.ts';
import { Changesets } from './resources/changesets.ts';
import { EntitlementOverrides } from './resources/entitlement-overrides.ts';
import { Entitlements } from './resources/entitlements.ts';
import { Environments } from './resources/environments.ts';
import { Events } from './resources/events.ts';
import { Experiments } from './resources/experiments.ts';
import { Flags } from './resources/flags.ts';
import { Grants } from './resources/grants.ts';
import { Keys } from './resources/keys.ts';
import { MeResource } from './resources/me.ts';
import { Members } from './resources/members.ts';
import { Relationships } from './resources/relationships.ts';
import { Resources } from './resources/resources.ts';
import { Revisions } from './resources/revisions.ts';
import { Secrets } from './resources/secrets.ts';
import { ServiceAccounts } from './resources/service-accounts.ts';
import { StatusResource } from './resources/status.ts';
import { TenantPlans } from './resources/tenant-plans.ts';
import { Tenants } from './resources/tenants.ts';
import { Tokens } from './resources/tokens.ts';
import { Users } from './resources/users.ts';
import { Webhooks } from './resources/webhooks.ts';

/** A client of Dream, with settings of its own. */
export class Dream extends DreamBase {
  readonly access: Access = new Access(this.connection);

  /**
   * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
   */
  readonly alerts: Alerts = new Alerts(this.connection);

  /**
   * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
   */
  readonly audit: Audit = new Audit(this.connection);

  /** The plans that are on sale and their prices, for a page of prices. */
  readonly catalogue: Catalogue = new Catalogue(this.connection);

  /** Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing. */
  readonly changesets: Changesets = new Changesets(this.connection);

  /** What a tenant has of each feature, how much of it has been used, and what was agreed with it besides. */
  readonly entitlementOverrides: EntitlementOverrides = new EntitlementOverrides(this.connection);

  /** What a tenant has of each feature, how much of it has been used, and what was agreed with it besides. */
  readonly entitlements: Entitlements = new Entitlements(this.connection);

  /** The environments of the project, each with a configuration and data of its own. */
  readonly environments: Environments = new Environments(this.connection);

  /** Everything that has happened in an environment, as a list and as a stream. */
  readonly events: Events = new Events(this.connection);

  /** Which variation of a flag does better, by what the product reports. */
  readonly experiments: Experiments = new Experiments(this.connection);

  /**
   * Evaluates flags for whoever asks, tells SDKs of the rules and of their changes, and takes reports of what was
   * served.
   */
  readonly flags: Flags = new Flags(this.connection);

  /** Lets people of one tenant, such as support staff, act in others, for a time or until it is withdrawn. */
  readonly grants: Grants = new Grants(this.connection);

  /** API keys of an environment: creating, rotating and revoking them. */
  readonly keys: Keys = new Keys(this.connection);

  /** What the token of a user is to hold, who it belongs to, and what the roles in it grant. */
  readonly me: MeResource = new MeResource(this.connection);

  /** Who belongs to a tenant, and with which roles. */
  readonly members: Members = new Members(this.connection);

  /** Who is what to which resource of a tenant: the owner of an invoice, the parent of a folder. */
  readonly relationships: Relationships = new Relationships(this.connection);

  /** What is live in an environment, by kind and key, and changing one resource without files. */
  readonly resources: Resources = new Resources(this.connection);

  /** Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing. */
  readonly revisions: Revisions = new Revisions(this.connection);

  /** Secrets that files name as `${secrets.NAME}`: setting, naming and removing them, never reading them. */
  readonly secrets: Secrets = new Secrets(this.connection);

  /** The programs of a tenant that act in its name, and the roles they hold. */
  readonly serviceAccounts: ServiceAccounts = new ServiceAccounts(this.connection);

  /** Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing. */
  readonly status: StatusResource = new StatusResource(this.connection);

  /** Which plan a tenant is on. */
  readonly tenantPlans: TenantPlans = new TenantPlans(this.connection);

  /** The customer organisations of the product, and what is kept about each. */
  readonly tenants: Tenants = new Tenants(this.connection);

  /** What the token of a user is to hold, who it belongs to, and what the roles in it grant. */
  readonly tokens: Tokens = new Tokens(this.connection);

  /** The people who use the product, known by their id at the identity provider, and the roles they hold. */
  readonly users: Users = new Users(this.connection);

  /** Where events are sent, what became of each delivery, sending it again, and the secrets that sign it. */
  readonly webhooks: Webhooks = new Webhooks(this.connection);
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk;

import dev.dream.sdk.core.Connection;
import dev.dream.sdk.resources.Access;
import dev.dream.sdk.resources.Alerts;
import dev.dream.sdk.resources.Audit;
import dev.dream.sdk.resources.Catalogue;
import dev.dream.sdk.resources.Changesets;
import dev.dream.sdk.resources.EntitlementOverrides;
import dev.dream.sdk.resources.Entitlements;
import dev.dream.sdk.resources.Environments;
import dev.dream.sdk.resources.Events;
import dev.dream.sdk.resources.Experiments;
import dev.dream.sdk.resources.Flags;
import dev.dream.sdk.resources.Grants;
import dev.dream.sdk.resources.Keys;
import dev.dream.sdk.resources.MeResource;
import dev.dream.sdk.resources.Members;
import dev.dream.sdk.resources.Relationships;
import dev.dream.sdk.resources.Resources;
import dev.dream.sdk.resources.Revisions;
import dev.dream.sdk.resources.Secrets;
import dev.dream.sdk.resources.ServiceAccounts;
import dev.dream.sdk.resources.StatusResource;
import dev.dream.sdk.resources.TenantPlans;
import dev.dream.sdk.resources.Tenants;
import dev.dream.sdk.resources.Tokens;
import dev.dream.sdk.resources.Users;
import dev.dream.sdk.resources.Webhooks;

/** A client of Dream. Threads may share it; {@code close} ends it. */
public final class Dream extends DreamClient {

    private Dream(Connection connection) {
        super(connection);
    }

    /**
     * A client by the settings of the environment.
     *
     * @return a new one
     * @throws dev.dream.sdk.errors.ConfigurationException where a setting cannot be meant
     */
    public static Dream create() {
        return builder().build();
    }

    /**
     * A builder with nothing said: what is not comes from the environment.
     *
     * @return a new one
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A client that differs from this one in these settings.
     *
     * @param options what is not said there stays as it is
     * @return another one, which ends with this one
     * @throws dev.dream.sdk.errors.ConfigurationException where a setting cannot be meant
     */
    public Dream withOptions(DreamOptions options) {
        return new Dream(connection().with(options));
    }

    /**
     * The operations of {@code access}.
     *
     * @return its operations
     */
    public Access access() {
        return new Access(connection());
    }

    /**
     * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and
     * erasure.
     *
     * @return its operations
     */
    public Alerts alerts() {
        return new Alerts(connection());
    }

    /**
     * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and
     * erasure.
     *
     * @return its operations
     */
    public Audit audit() {
        return new Audit(connection());
    }

    /**
     * The plans that are on sale and their prices, for a page of prices.
     *
     * @return its operations
     */
    public Catalogue catalogue() {
        return new Catalogue(connection());
    }

    /**
     * Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing.
     *
     * @return its operations
     */
    public Changesets changesets() {
        return new Changesets(connection());
    }

    /**
     * What a tenant has of each feature, how much of it has been used, and what was agreed with it besides.
     *
     * @return its operations
     */
    public EntitlementOverrides entitlementOverrides() {
        return new EntitlementOverrides(connection());
    }

    /**
     * What a tenant has of each feature, how much of it has been used, and what was agreed with it besides.
     *
     * @return its operations
     */
    public Entitlements entitlements() {
        return new Entitlements(connection());
    }

    /**
     * The environments of the project, each with a configuration and data of its own.
     *
     * @return its operations
     */
    public Environments environments() {
        return new Environments(connection());
    }

    /**
     * Everything that has happened in an environment, as a list and as a stream.
     *
     * @return its operations
     */
    public Events events() {
        return new Events(connection());
    }

    /**
     * Which variation of a flag does better, by what the product reports.
     *
     * @return its operations
     */
    public Experiments experiments() {
        return new Experiments(connection());
    }

    /**
     * Evaluates flags for whoever asks, tells SDKs of the rules and of their changes, and takes reports of what was
     * served.
     *
     * @return its operations
     */
    public Flags flags() {
        return new Flags(connection());
    }

    /**
     * Lets people of one tenant, such as support staff, act in others, for a time or until it is withdrawn.
     *
     * @return its operations
     */
    public Grants grants() {
        return new Grants(connection());
    }

    /**
     * API keys of an environment: creating, rotating and revoking them.
     *
     * @return its operations
     */
    public Keys keys() {
        return new Keys(connection());
    }

    /**
     * What the token of a user is to hold, who it belongs to, and what the roles in it grant.
     *
     * @return its operations
     */
    public MeResource me() {
        return new MeResource(connection());
    }

    /**
     * Who belongs to a tenant, and with which roles.
     *
     * @return its operations
     */
    public Members members() {
        return new Members(connection());
    }

    /**
     * Who is what to which resource of a tenant: the owner of an invoice, the parent of a folder.
     *
     * @return its operations
     */
    public Relationships relationships() {
        return new Relationships(connection());
    }

    /**
     * What is live in an environment, by kind and key, and changing one resource without files.
     *
     * @return its operations
     */
    public Resources resources() {
        return new Resources(connection());
    }

    /**
     * Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing.
     *
     * @return its operations
     */
    public Revisions revisions() {
        return new Revisions(connection());
    }

    /**
     * Secrets that files name as <code>$&#123;secrets.NAME&#125;</code>: setting, naming and removing them, never
     * reading them.
     *
     * @return its operations
     */
    public Secrets secrets() {
        return new Secrets(connection());
    }

    /**
     * The programs of a tenant that act in its name, and the roles they hold.
     *
     * @return its operations
     */
    public ServiceAccounts serviceAccounts() {
        return new ServiceAccounts(connection());
    }

    /**
     * Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing.
     *
     * @return its operations
     */
    public StatusResource status() {
        return new StatusResource(connection());
    }

    /**
     * Which plan a tenant is on.
     *
     * @return its operations
     */
    public TenantPlans tenantPlans() {
        return new TenantPlans(connection());
    }

    /**
     * The customer organisations of the product, and what is kept about each.
     *
     * @return its operations
     */
    public Tenants tenants() {
        return new Tenants(connection());
    }

    /**
     * What the token of a user is to hold, who it belongs to, and what the roles in it grant.
     *
     * @return its operations
     */
    public Tokens tokens() {
        return new Tokens(connection());
    }

    /**
     * The people who use the product, known by their id at the identity provider, and the roles they hold.
     *
     * @return its operations
     */
    public Users users() {
        return new Users(connection());
    }

    /**
     * Where events are sent, what became of each delivery, sending it again, and the secrets that sign it.
     *
     * @return its operations
     */
    public Webhooks webhooks() {
        return new Webhooks(connection());
    }

    /** Gathers the settings of a {@link Dream}. */
    public static final class Builder extends DreamSetters<Builder> {

        private Builder() {
            super();
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Makes the client. Nothing is sent.
         *
         * @return a new one
         * @throws dev.dream.sdk.errors.ConfigurationException where a setting cannot be meant
         */
        public Dream build() {
            return new Dream(Connection.open(options()));
        }
    }
}

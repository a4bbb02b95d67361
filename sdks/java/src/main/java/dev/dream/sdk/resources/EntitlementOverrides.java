// Written by dream generate sdk; do not edit.
package dev.dream.sdk.resources;

import dev.dream.sdk.Paged;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.core.Auth;
import dev.dream.sdk.core.Connection;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.core.Resource;
import dev.dream.sdk.internal.TypeDecoders;
import dev.dream.sdk.params.EntitlementOverridesListQuery;
import dev.dream.sdk.params.EntitlementOverridesSetBody;
import dev.dream.sdk.types.EntitlementOverride;
import dev.dream.sdk.types.EntitlementOverridePage;
import java.util.Set;

/** What a tenant has of each feature, how much of it has been used, and what was agreed with it besides. */
public final class EntitlementOverrides extends Resource {

    private static final Operation LIST = new Operation(
        "entitlementOverrides.list",
        "GET",
        "/v1/tenants/{tenant}/entitlements/overrides",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation REMOVE = new Operation(
        "entitlementOverrides.remove",
        "DELETE",
        "/v1/tenants/{tenant}/entitlements/{entitlement}/override",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation SET = new Operation(
        "entitlementOverrides.set",
        "PUT",
        "/v1/tenants/{tenant}/entitlements/{entitlement}/override",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public EntitlementOverrides(Connection connection) {
        super(connection);
    }

    /**
     * List the overrides that a tenant has, by entitlement.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code entitlements/unknown-tenant}.
     *
     * @param tenant Id of the tenant.
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<EntitlementOverride, EntitlementOverridePage> list(
        String tenant,
        EntitlementOverridesListQuery query,
        RequestOptions options
    ) {
        return pages(
            LIST,
            Input.none().path("tenant", tenant).query(query),
            options,
            TypeDecoders.entitlementOverride(),
            TypeDecoders.entitlementOverridePage()
        );
    }

    /**
     * List the overrides that a tenant has, by entitlement.
     *
     * @param tenant Id of the tenant.
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<EntitlementOverride, EntitlementOverridePage> list(String tenant, RequestOptions options) {
        return list(tenant, null, options);
    }

    /**
     * List the overrides that a tenant has, by entitlement.
     *
     * @param tenant Id of the tenant.
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<EntitlementOverride, EntitlementOverridePage> list(
        String tenant,
        EntitlementOverridesListQuery query
    ) {
        return list(tenant, query, null);
    }

    /**
     * List the overrides that a tenant has, by entitlement.
     *
     * @param tenant Id of the tenant.
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<EntitlementOverride, EntitlementOverridePage> list(String tenant) {
        return list(tenant, null, null);
    }

    /**
     * Give a tenant again what its plan grants.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code entitlement-overrides/not-found}, {@code entitlements/unknown-tenant}.
     *
     * @param tenant Id of the tenant.
     * @param entitlement Key of an Entitlement.
     * @param options of this call, or {@code null}
     */
    public void remove(String tenant, String entitlement, RequestOptions options) {
        nothing(REMOVE, Input.none().path("tenant", tenant).path("entitlement", entitlement), options);
    }

    /**
     * Give a tenant again what its plan grants.
     *
     * @param tenant Id of the tenant.
     * @param entitlement Key of an Entitlement.
     */
    public void remove(String tenant, String entitlement) {
        remove(tenant, entitlement, null);
    }

    /**
     * Give a tenant something else than its plan grants.
     *
     * <p>It is felt at once, and goes over the plan until it expires or is removed. An earlier one is replaced.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code entitlement-overrides/expiry-in-the-past}, {@code entitlement-overrides/value-not-of-type},
     * {@code entitlements/unknown}, {@code entitlements/unknown-tenant}.
     *
     * @param tenant Id of the tenant.
     * @param entitlement Key of an Entitlement.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public EntitlementOverride set(
        String tenant,
        String entitlement,
        EntitlementOverridesSetBody body,
        RequestOptions options
    ) {
        return value(
            SET,
            Input.none().path("tenant", tenant).path("entitlement", entitlement).body(body),
            options,
            TypeDecoders.entitlementOverride()
        );
    }

    /**
     * Give a tenant something else than its plan grants.
     *
     * @param tenant Id of the tenant.
     * @param entitlement Key of an Entitlement.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public EntitlementOverride set(String tenant, String entitlement, EntitlementOverridesSetBody body) {
        return set(tenant, entitlement, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.entitlementOverrides()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * List the overrides that a tenant has, by entitlement.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code entitlements/unknown-tenant}.
         *
         * @param tenant Id of the tenant.
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<EntitlementOverridePage> list(
            String tenant,
            EntitlementOverridesListQuery query,
            RequestOptions options
        ) {
            return rawPages(
                LIST,
                Input.none().path("tenant", tenant).query(query),
                options,
                TypeDecoders.entitlementOverridePage()
            );
        }

        /**
         * List the overrides that a tenant has, by entitlement.
         *
         * @param tenant Id of the tenant.
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<EntitlementOverridePage> list(String tenant, RequestOptions options) {
            return list(tenant, null, options);
        }

        /**
         * List the overrides that a tenant has, by entitlement.
         *
         * @param tenant Id of the tenant.
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<EntitlementOverridePage> list(String tenant, EntitlementOverridesListQuery query) {
            return list(tenant, query, null);
        }

        /**
         * List the overrides that a tenant has, by entitlement.
         *
         * @param tenant Id of the tenant.
         * @return the first page, with what came around it
         */
        public RawAnswer<EntitlementOverridePage> list(String tenant) {
            return list(tenant, null, null);
        }

        /**
         * Give a tenant again what its plan grants.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code entitlement-overrides/not-found}, {@code entitlements/unknown-tenant}.
         *
         * @param tenant Id of the tenant.
         * @param entitlement Key of an Entitlement.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> remove(String tenant, String entitlement, RequestOptions options) {
            return rawNothing(REMOVE, Input.none().path("tenant", tenant).path("entitlement", entitlement), options);
        }

        /**
         * Give a tenant again what its plan grants.
         *
         * @param tenant Id of the tenant.
         * @param entitlement Key of an Entitlement.
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> remove(String tenant, String entitlement) {
            return remove(tenant, entitlement, null);
        }

        /**
         * Give a tenant something else than its plan grants.
         *
         * <p>It is felt at once, and goes over the plan until it expires or is removed. An earlier one is replaced.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code entitlement-overrides/expiry-in-the-past}, {@code entitlement-overrides/value-not-of-type},
         * {@code entitlements/unknown}, {@code entitlements/unknown-tenant}.
         *
         * @param tenant Id of the tenant.
         * @param entitlement Key of an Entitlement.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<EntitlementOverride> set(
            String tenant,
            String entitlement,
            EntitlementOverridesSetBody body,
            RequestOptions options
        ) {
            return rawValue(
                SET,
                Input.none().path("tenant", tenant).path("entitlement", entitlement).body(body),
                options,
                TypeDecoders.entitlementOverride()
            );
        }

        /**
         * Give a tenant something else than its plan grants.
         *
         * @param tenant Id of the tenant.
         * @param entitlement Key of an Entitlement.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<EntitlementOverride> set(String tenant, String entitlement, EntitlementOverridesSetBody body) {
            return set(tenant, entitlement, body, null);
        }
    }
}

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
import dev.dream.sdk.params.TenantsCreateBody;
import dev.dream.sdk.params.TenantsListQuery;
import dev.dream.sdk.params.TenantsUpdateBody;
import dev.dream.sdk.types.Tenant;
import dev.dream.sdk.types.TenantPage;
import java.util.Set;

/** The customer organisations of the product, and what is kept about each. */
public final class Tenants extends Resource {

    private static final Operation CREATE = new Operation(
        "tenants.create",
        "POST",
        "/v1/tenants",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation DELETE = new Operation(
        "tenants.delete",
        "DELETE",
        "/v1/tenants/{tenant}",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation GET = new Operation(
        "tenants.get",
        "GET",
        "/v1/tenants/{tenant}",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "tenants.list",
        "GET",
        "/v1/tenants",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation UPDATE = new Operation(
        "tenants.update",
        "PATCH",
        "/v1/tenants/{tenant}",
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
    public Tenants(Connection connection) {
        super(connection);
    }

    /**
     * Create a tenant.
     *
     * <p>Currency, region and data residency are declared here, and never change afterwards.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code attributes/missing}, {@code attributes/unknown}, {@code attributes/wrong-type},
     * {@code tenants/exists}, {@code tenants/single}, {@code tenants/value-missing}, {@code tenants/value-not-allowed}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Tenant create(TenantsCreateBody body, RequestOptions options) {
        return value(CREATE, Input.none().body(body), options, TypeDecoders.tenant());
    }

    /**
     * Create a tenant.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public Tenant create(TenantsCreateBody body) {
        return create(body, null);
    }

    /**
     * Delete a tenant with everything that belongs to it.
     *
     * <p>Members, roles, service accounts, cross-tenant grants, relationships and the plan go with it; users stay, and
     * so does the log of decisions.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code tenants/not-found}, {@code tenants/single}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param options of this call, or {@code null}
     */
    public void delete(String tenant, RequestOptions options) {
        nothing(DELETE, Input.none().path("tenant", tenant), options);
    }

    /**
     * Delete a tenant with everything that belongs to it.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     */
    public void delete(String tenant) {
        delete(tenant, null);
    }

    /**
     * Get one tenant.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Tenant get(String tenant, RequestOptions options) {
        return value(GET, Input.none().path("tenant", tenant), options, TypeDecoders.tenant());
    }

    /**
     * Get one tenant.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @return what the server answered; {@code null} where that is nothing
     */
    public Tenant get(String tenant) {
        return get(tenant, null);
    }

    /**
     * List tenants, newest first.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Tenant, TenantPage> list(TenantsListQuery query, RequestOptions options) {
        return pages(LIST, Input.none().query(query), options, TypeDecoders.tenant(), TypeDecoders.tenantPage());
    }

    /**
     * List tenants, newest first.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Tenant, TenantPage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List tenants, newest first.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Tenant, TenantPage> list(TenantsListQuery query) {
        return list(query, null);
    }

    /**
     * List tenants, newest first.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Tenant, TenantPage> list() {
        return list(null, null);
    }

    /**
     * Change the name or attributes of a tenant.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code attributes/missing}, {@code attributes/unknown}, {@code attributes/wrong-type},
     * {@code tenants/fixed-field}, {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Tenant update(String tenant, TenantsUpdateBody body, RequestOptions options) {
        return value(UPDATE, Input.none().path("tenant", tenant).body(body), options, TypeDecoders.tenant());
    }

    /**
     * Change the name or attributes of a tenant.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public Tenant update(String tenant, TenantsUpdateBody body) {
        return update(tenant, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.tenants()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Create a tenant.
         *
         * <p>Currency, region and data residency are declared here, and never change afterwards.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code attributes/missing}, {@code attributes/unknown}, {@code attributes/wrong-type},
         * {@code tenants/exists}, {@code tenants/single}, {@code tenants/value-missing},
         * {@code tenants/value-not-allowed}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Tenant> create(TenantsCreateBody body, RequestOptions options) {
            return rawValue(CREATE, Input.none().body(body), options, TypeDecoders.tenant());
        }

        /**
         * Create a tenant.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<Tenant> create(TenantsCreateBody body) {
            return create(body, null);
        }

        /**
         * Delete a tenant with everything that belongs to it.
         *
         * <p>Members, roles, service accounts, cross-tenant grants, relationships and the plan go with it; users stay,
         * and so does the log of decisions.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code tenants/not-found}, {@code tenants/single}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> delete(String tenant, RequestOptions options) {
            return rawNothing(DELETE, Input.none().path("tenant", tenant), options);
        }

        /**
         * Delete a tenant with everything that belongs to it.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> delete(String tenant) {
            return delete(tenant, null);
        }

        /**
         * Get one tenant.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Tenant> get(String tenant, RequestOptions options) {
            return rawValue(GET, Input.none().path("tenant", tenant), options, TypeDecoders.tenant());
        }

        /**
         * Get one tenant.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @return the answer, with what came around it
         */
        public RawAnswer<Tenant> get(String tenant) {
            return get(tenant, null);
        }

        /**
         * List tenants, newest first.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<TenantPage> list(TenantsListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.tenantPage());
        }

        /**
         * List tenants, newest first.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<TenantPage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List tenants, newest first.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<TenantPage> list(TenantsListQuery query) {
            return list(query, null);
        }

        /**
         * List tenants, newest first.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<TenantPage> list() {
            return list(null, null);
        }

        /**
         * Change the name or attributes of a tenant.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code attributes/missing}, {@code attributes/unknown}, {@code attributes/wrong-type},
         * {@code tenants/fixed-field}, {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Tenant> update(String tenant, TenantsUpdateBody body, RequestOptions options) {
            return rawValue(UPDATE, Input.none().path("tenant", tenant).body(body), options, TypeDecoders.tenant());
        }

        /**
         * Change the name or attributes of a tenant.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<Tenant> update(String tenant, TenantsUpdateBody body) {
            return update(tenant, body, null);
        }
    }
}

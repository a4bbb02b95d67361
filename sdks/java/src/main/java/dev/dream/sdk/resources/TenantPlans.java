// Written by dream generate sdk; do not edit.
package dev.dream.sdk.resources;

import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.core.Auth;
import dev.dream.sdk.core.Connection;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.core.Resource;
import dev.dream.sdk.internal.TypeDecoders;
import dev.dream.sdk.params.TenantPlansSetBody;
import dev.dream.sdk.types.TenantPlan;
import java.util.Set;

/** Which plan a tenant is on. */
public final class TenantPlans extends Resource {

    private static final Operation GET = new Operation(
        "tenantPlans.get",
        "GET",
        "/v1/tenants/{tenant}/plan",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation REMOVE = new Operation(
        "tenantPlans.remove",
        "DELETE",
        "/v1/tenants/{tenant}/plan",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation SET = new Operation(
        "tenantPlans.set",
        "PUT",
        "/v1/tenants/{tenant}/plan",
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
    public TenantPlans(Connection connection) {
        super(connection);
    }

    /**
     * Get the plan a tenant is on.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code plans/unknown-tenant}.
     *
     * @param tenant Id of the tenant.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public TenantPlan get(String tenant, RequestOptions options) {
        return value(GET, Input.none().path("tenant", tenant), options, TypeDecoders.tenantPlan());
    }

    /**
     * Get the plan a tenant is on.
     *
     * @param tenant Id of the tenant.
     * @return what the server answered; {@code null} where that is nothing
     */
    public TenantPlan get(String tenant) {
        return get(tenant, null);
    }

    /**
     * Put a tenant on no plan.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code plans/unknown-tenant}.
     *
     * @param tenant Id of the tenant.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public TenantPlan remove(String tenant, RequestOptions options) {
        return value(REMOVE, Input.none().path("tenant", tenant), options, TypeDecoders.tenantPlan());
    }

    /**
     * Put a tenant on no plan.
     *
     * @param tenant Id of the tenant.
     * @return what the server answered; {@code null} where that is nothing
     */
    public TenantPlan remove(String tenant) {
        return remove(tenant, null);
    }

    /**
     * Put a tenant on a plan.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code plans/off-sale}, {@code plans/unknown}, {@code plans/unknown-tenant}.
     *
     * @param tenant Id of the tenant.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public TenantPlan set(String tenant, TenantPlansSetBody body, RequestOptions options) {
        return value(SET, Input.none().path("tenant", tenant).body(body), options, TypeDecoders.tenantPlan());
    }

    /**
     * Put a tenant on a plan.
     *
     * @param tenant Id of the tenant.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public TenantPlan set(String tenant, TenantPlansSetBody body) {
        return set(tenant, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.tenantPlans()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Get the plan a tenant is on.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code plans/unknown-tenant}.
         *
         * @param tenant Id of the tenant.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<TenantPlan> get(String tenant, RequestOptions options) {
            return rawValue(GET, Input.none().path("tenant", tenant), options, TypeDecoders.tenantPlan());
        }

        /**
         * Get the plan a tenant is on.
         *
         * @param tenant Id of the tenant.
         * @return the answer, with what came around it
         */
        public RawAnswer<TenantPlan> get(String tenant) {
            return get(tenant, null);
        }

        /**
         * Put a tenant on no plan.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code plans/unknown-tenant}.
         *
         * @param tenant Id of the tenant.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<TenantPlan> remove(String tenant, RequestOptions options) {
            return rawValue(REMOVE, Input.none().path("tenant", tenant), options, TypeDecoders.tenantPlan());
        }

        /**
         * Put a tenant on no plan.
         *
         * @param tenant Id of the tenant.
         * @return the answer, with what came around it
         */
        public RawAnswer<TenantPlan> remove(String tenant) {
            return remove(tenant, null);
        }

        /**
         * Put a tenant on a plan.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code plans/off-sale}, {@code plans/unknown}, {@code plans/unknown-tenant}.
         *
         * @param tenant Id of the tenant.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<TenantPlan> set(String tenant, TenantPlansSetBody body, RequestOptions options) {
            return rawValue(SET, Input.none().path("tenant", tenant).body(body), options, TypeDecoders.tenantPlan());
        }

        /**
         * Put a tenant on a plan.
         *
         * @param tenant Id of the tenant.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<TenantPlan> set(String tenant, TenantPlansSetBody body) {
            return set(tenant, body, null);
        }
    }
}

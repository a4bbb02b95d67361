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
import dev.dream.sdk.params.GrantsListOfUserQuery;
import dev.dream.sdk.params.GrantsListQuery;
import dev.dream.sdk.params.GrantsSetBody;
import dev.dream.sdk.types.CrossTenantGrant;
import dev.dream.sdk.types.CrossTenantGrantPage;
import java.util.Set;

/** Lets people of one tenant, such as support staff, act in others, for a time or until it is withdrawn. */
public final class Grants extends Resource {

    private static final Operation LIST = new Operation(
        "grants.list",
        "GET",
        "/v1/tenants/{tenant}/grants",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation LIST_OF_USER = new Operation(
        "grants.listOfUser",
        "GET",
        "/v1/users/{user}/grants",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation SET = new Operation(
        "grants.set",
        "PUT",
        "/v1/tenants/{tenant}/grants/{user}",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation WITHDRAW = new Operation(
        "grants.withdraw",
        "DELETE",
        "/v1/tenants/{tenant}/grants/{user}",
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
    public Grants(Connection connection) {
        super(connection);
    }

    /**
     * List the cross-tenant grants for a tenant, by user id.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<CrossTenantGrant, CrossTenantGrantPage> list(
        String tenant,
        GrantsListQuery query,
        RequestOptions options
    ) {
        return pages(
            LIST,
            Input.none().path("tenant", tenant).query(query),
            options,
            TypeDecoders.crossTenantGrant(),
            TypeDecoders.crossTenantGrantPage()
        );
    }

    /**
     * List the cross-tenant grants for a tenant, by user id.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<CrossTenantGrant, CrossTenantGrantPage> list(String tenant, RequestOptions options) {
        return list(tenant, null, options);
    }

    /**
     * List the cross-tenant grants for a tenant, by user id.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<CrossTenantGrant, CrossTenantGrantPage> list(String tenant, GrantsListQuery query) {
        return list(tenant, query, null);
    }

    /**
     * List the cross-tenant grants for a tenant, by user id.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<CrossTenantGrant, CrossTenantGrantPage> list(String tenant) {
        return list(tenant, null, null);
    }

    /**
     * List the cross-tenant grants of a user, by tenant id.
     *
     * <p>Where the request is about a tenant, the grant for that one only.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code users/not-found}.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<CrossTenantGrant, CrossTenantGrantPage> listOfUser(
        String user,
        GrantsListOfUserQuery query,
        RequestOptions options
    ) {
        return pages(
            LIST_OF_USER,
            Input.none().path("user", user).query(query),
            options,
            TypeDecoders.crossTenantGrant(),
            TypeDecoders.crossTenantGrantPage()
        );
    }

    /**
     * List the cross-tenant grants of a user, by tenant id.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<CrossTenantGrant, CrossTenantGrantPage> listOfUser(String user, RequestOptions options) {
        return listOfUser(user, null, options);
    }

    /**
     * List the cross-tenant grants of a user, by tenant id.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<CrossTenantGrant, CrossTenantGrantPage> listOfUser(String user, GrantsListOfUserQuery query) {
        return listOfUser(user, query, null);
    }

    /**
     * List the cross-tenant grants of a user, by tenant id.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<CrossTenantGrant, CrossTenantGrantPage> listOfUser(String user) {
        return listOfUser(user, null, null);
    }

    /**
     * Let a user who is no member act within a tenant.
     *
     * <p>A grant that the user has for the tenant already is replaced.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code grants/expiry-in-the-past}, {@code roles/not-assignable}, {@code roles/unknown},
     * {@code tenants/not-found}, {@code users/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public CrossTenantGrant set(String tenant, String user, GrantsSetBody body, RequestOptions options) {
        return value(
            SET,
            Input.none().path("tenant", tenant).path("user", user).body(body),
            options,
            TypeDecoders.crossTenantGrant()
        );
    }

    /**
     * Let a user who is no member act within a tenant.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public CrossTenantGrant set(String tenant, String user, GrantsSetBody body) {
        return set(tenant, user, body, null);
    }

    /**
     * Withdraw a cross-tenant grant.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code grants/not-found}, {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param options of this call, or {@code null}
     */
    public void withdraw(String tenant, String user, RequestOptions options) {
        nothing(WITHDRAW, Input.none().path("tenant", tenant).path("user", user), options);
    }

    /**
     * Withdraw a cross-tenant grant.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     */
    public void withdraw(String tenant, String user) {
        withdraw(tenant, user, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.grants()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * List the cross-tenant grants for a tenant, by user id.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<CrossTenantGrantPage> list(String tenant, GrantsListQuery query, RequestOptions options) {
            return rawPages(
                LIST,
                Input.none().path("tenant", tenant).query(query),
                options,
                TypeDecoders.crossTenantGrantPage()
            );
        }

        /**
         * List the cross-tenant grants for a tenant, by user id.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<CrossTenantGrantPage> list(String tenant, RequestOptions options) {
            return list(tenant, null, options);
        }

        /**
         * List the cross-tenant grants for a tenant, by user id.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<CrossTenantGrantPage> list(String tenant, GrantsListQuery query) {
            return list(tenant, query, null);
        }

        /**
         * List the cross-tenant grants for a tenant, by user id.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @return the first page, with what came around it
         */
        public RawAnswer<CrossTenantGrantPage> list(String tenant) {
            return list(tenant, null, null);
        }

        /**
         * List the cross-tenant grants of a user, by tenant id.
         *
         * <p>Where the request is about a tenant, the grant for that one only.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code users/not-found}.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<CrossTenantGrantPage> listOfUser(
            String user,
            GrantsListOfUserQuery query,
            RequestOptions options
        ) {
            return rawPages(
                LIST_OF_USER,
                Input.none().path("user", user).query(query),
                options,
                TypeDecoders.crossTenantGrantPage()
            );
        }

        /**
         * List the cross-tenant grants of a user, by tenant id.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<CrossTenantGrantPage> listOfUser(String user, RequestOptions options) {
            return listOfUser(user, null, options);
        }

        /**
         * List the cross-tenant grants of a user, by tenant id.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<CrossTenantGrantPage> listOfUser(String user, GrantsListOfUserQuery query) {
            return listOfUser(user, query, null);
        }

        /**
         * List the cross-tenant grants of a user, by tenant id.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @return the first page, with what came around it
         */
        public RawAnswer<CrossTenantGrantPage> listOfUser(String user) {
            return listOfUser(user, null, null);
        }

        /**
         * Let a user who is no member act within a tenant.
         *
         * <p>A grant that the user has for the tenant already is replaced.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code grants/expiry-in-the-past}, {@code roles/not-assignable}, {@code roles/unknown},
         * {@code tenants/not-found}, {@code users/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<CrossTenantGrant> set(String tenant, String user, GrantsSetBody body, RequestOptions options) {
            return rawValue(
                SET,
                Input.none().path("tenant", tenant).path("user", user).body(body),
                options,
                TypeDecoders.crossTenantGrant()
            );
        }

        /**
         * Let a user who is no member act within a tenant.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<CrossTenantGrant> set(String tenant, String user, GrantsSetBody body) {
            return set(tenant, user, body, null);
        }

        /**
         * Withdraw a cross-tenant grant.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code grants/not-found}, {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> withdraw(String tenant, String user, RequestOptions options) {
            return rawNothing(WITHDRAW, Input.none().path("tenant", tenant).path("user", user), options);
        }

        /**
         * Withdraw a cross-tenant grant.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> withdraw(String tenant, String user) {
            return withdraw(tenant, user, null);
        }
    }
}

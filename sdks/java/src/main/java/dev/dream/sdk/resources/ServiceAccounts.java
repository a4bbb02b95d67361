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
import dev.dream.sdk.params.ServiceAccountsCreateBody;
import dev.dream.sdk.params.ServiceAccountsListQuery;
import dev.dream.sdk.params.ServiceAccountsSetRolesBody;
import dev.dream.sdk.types.ServiceAccount;
import dev.dream.sdk.types.ServiceAccountPage;
import java.util.Set;

/** The programs of a tenant that act in its name, and the roles they hold. */
public final class ServiceAccounts extends Resource {

    private static final Operation ADD_ROLE = new Operation(
        "serviceAccounts.addRole",
        "PUT",
        "/v1/tenants/{tenant}/service-accounts/{account}/roles/{role}",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation CREATE = new Operation(
        "serviceAccounts.create",
        "POST",
        "/v1/tenants/{tenant}/service-accounts",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation DELETE = new Operation(
        "serviceAccounts.delete",
        "DELETE",
        "/v1/tenants/{tenant}/service-accounts/{account}",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation GET = new Operation(
        "serviceAccounts.get",
        "GET",
        "/v1/tenants/{tenant}/service-accounts/{account}",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "serviceAccounts.list",
        "GET",
        "/v1/tenants/{tenant}/service-accounts",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation REMOVE_ROLE = new Operation(
        "serviceAccounts.removeRole",
        "DELETE",
        "/v1/tenants/{tenant}/service-accounts/{account}/roles/{role}",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation SET_ROLES = new Operation(
        "serviceAccounts.setRoles",
        "PUT",
        "/v1/tenants/{tenant}/service-accounts/{account}/roles",
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
    public ServiceAccounts(Connection connection) {
        super(connection);
    }

    /**
     * Give a service account one more role.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code roles/not-assignable}, {@code roles/unknown}, {@code service-accounts/not-found},
     * {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param account The id of a service account, which begins with {@code svc_}.
     * @param role Key of a Role.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public ServiceAccount addRole(String tenant, String account, String role, RequestOptions options) {
        return value(
            ADD_ROLE,
            Input.none().path("tenant", tenant).path("account", account).path("role", role),
            options,
            TypeDecoders.serviceAccount()
        );
    }

    /**
     * Give a service account one more role.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param account The id of a service account, which begins with {@code svc_}.
     * @param role Key of a Role.
     * @return what the server answered; {@code null} where that is nothing
     */
    public ServiceAccount addRole(String tenant, String account, String role) {
        return addRole(tenant, account, role, null);
    }

    /**
     * Create a service account.
     *
     * <p>It has the roles asked for and no others: those of new members are for people.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code roles/not-assignable}, {@code roles/unknown}, {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public ServiceAccount create(String tenant, ServiceAccountsCreateBody body, RequestOptions options) {
        return value(CREATE, Input.none().path("tenant", tenant).body(body), options, TypeDecoders.serviceAccount());
    }

    /**
     * Create a service account.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public ServiceAccount create(String tenant, ServiceAccountsCreateBody body) {
        return create(tenant, body, null);
    }

    /**
     * Delete a service account with its roles.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code roles/not-assignable}, {@code service-accounts/not-found}, {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param account The id of a service account, which begins with {@code svc_}.
     * @param options of this call, or {@code null}
     */
    public void delete(String tenant, String account, RequestOptions options) {
        nothing(DELETE, Input.none().path("tenant", tenant).path("account", account), options);
    }

    /**
     * Delete a service account with its roles.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param account The id of a service account, which begins with {@code svc_}.
     */
    public void delete(String tenant, String account) {
        delete(tenant, account, null);
    }

    /**
     * Get one service account with its roles.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code service-accounts/not-found}, {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param account The id of a service account, which begins with {@code svc_}.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public ServiceAccount get(String tenant, String account, RequestOptions options) {
        return value(
            GET,
            Input.none().path("tenant", tenant).path("account", account),
            options,
            TypeDecoders.serviceAccount()
        );
    }

    /**
     * Get one service account with its roles.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param account The id of a service account, which begins with {@code svc_}.
     * @return what the server answered; {@code null} where that is nothing
     */
    public ServiceAccount get(String tenant, String account) {
        return get(tenant, account, null);
    }

    /**
     * List the service accounts of a tenant with their roles, oldest first.
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
    public Paged<ServiceAccount, ServiceAccountPage> list(
        String tenant,
        ServiceAccountsListQuery query,
        RequestOptions options
    ) {
        return pages(
            LIST,
            Input.none().path("tenant", tenant).query(query),
            options,
            TypeDecoders.serviceAccount(),
            TypeDecoders.serviceAccountPage()
        );
    }

    /**
     * List the service accounts of a tenant with their roles, oldest first.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<ServiceAccount, ServiceAccountPage> list(String tenant, RequestOptions options) {
        return list(tenant, null, options);
    }

    /**
     * List the service accounts of a tenant with their roles, oldest first.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<ServiceAccount, ServiceAccountPage> list(String tenant, ServiceAccountsListQuery query) {
        return list(tenant, query, null);
    }

    /**
     * List the service accounts of a tenant with their roles, oldest first.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<ServiceAccount, ServiceAccountPage> list(String tenant) {
        return list(tenant, null, null);
    }

    /**
     * Take one role from a service account.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code roles/not-assignable}, {@code service-accounts/not-found}, {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param account The id of a service account, which begins with {@code svc_}.
     * @param role Key of a Role.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public ServiceAccount removeRole(String tenant, String account, String role, RequestOptions options) {
        return value(
            REMOVE_ROLE,
            Input.none().path("tenant", tenant).path("account", account).path("role", role),
            options,
            TypeDecoders.serviceAccount()
        );
    }

    /**
     * Take one role from a service account.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param account The id of a service account, which begins with {@code svc_}.
     * @param role Key of a Role.
     * @return what the server answered; {@code null} where that is nothing
     */
    public ServiceAccount removeRole(String tenant, String account, String role) {
        return removeRole(tenant, account, role, null);
    }

    /**
     * Give a service account exactly these roles.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code roles/not-assignable}, {@code roles/unknown}, {@code service-accounts/not-found},
     * {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param account The id of a service account, which begins with {@code svc_}.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public ServiceAccount setRoles(
        String tenant,
        String account,
        ServiceAccountsSetRolesBody body,
        RequestOptions options
    ) {
        return value(
            SET_ROLES,
            Input.none().path("tenant", tenant).path("account", account).body(body),
            options,
            TypeDecoders.serviceAccount()
        );
    }

    /**
     * Give a service account exactly these roles.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param account The id of a service account, which begins with {@code svc_}.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public ServiceAccount setRoles(String tenant, String account, ServiceAccountsSetRolesBody body) {
        return setRoles(tenant, account, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.serviceAccounts()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Give a service account one more role.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code roles/not-assignable}, {@code roles/unknown}, {@code service-accounts/not-found},
         * {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param account The id of a service account, which begins with {@code svc_}.
         * @param role Key of a Role.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ServiceAccount> addRole(String tenant, String account, String role, RequestOptions options) {
            return rawValue(
                ADD_ROLE,
                Input.none().path("tenant", tenant).path("account", account).path("role", role),
                options,
                TypeDecoders.serviceAccount()
            );
        }

        /**
         * Give a service account one more role.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param account The id of a service account, which begins with {@code svc_}.
         * @param role Key of a Role.
         * @return the answer, with what came around it
         */
        public RawAnswer<ServiceAccount> addRole(String tenant, String account, String role) {
            return addRole(tenant, account, role, null);
        }

        /**
         * Create a service account.
         *
         * <p>It has the roles asked for and no others: those of new members are for people.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code roles/not-assignable}, {@code roles/unknown}, {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ServiceAccount> create(String tenant, ServiceAccountsCreateBody body, RequestOptions options) {
            return rawValue(
                CREATE,
                Input.none().path("tenant", tenant).body(body),
                options,
                TypeDecoders.serviceAccount()
            );
        }

        /**
         * Create a service account.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<ServiceAccount> create(String tenant, ServiceAccountsCreateBody body) {
            return create(tenant, body, null);
        }

        /**
         * Delete a service account with its roles.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code roles/not-assignable}, {@code service-accounts/not-found}, {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param account The id of a service account, which begins with {@code svc_}.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> delete(String tenant, String account, RequestOptions options) {
            return rawNothing(DELETE, Input.none().path("tenant", tenant).path("account", account), options);
        }

        /**
         * Delete a service account with its roles.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param account The id of a service account, which begins with {@code svc_}.
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> delete(String tenant, String account) {
            return delete(tenant, account, null);
        }

        /**
         * Get one service account with its roles.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code service-accounts/not-found}, {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param account The id of a service account, which begins with {@code svc_}.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ServiceAccount> get(String tenant, String account, RequestOptions options) {
            return rawValue(
                GET,
                Input.none().path("tenant", tenant).path("account", account),
                options,
                TypeDecoders.serviceAccount()
            );
        }

        /**
         * Get one service account with its roles.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param account The id of a service account, which begins with {@code svc_}.
         * @return the answer, with what came around it
         */
        public RawAnswer<ServiceAccount> get(String tenant, String account) {
            return get(tenant, account, null);
        }

        /**
         * List the service accounts of a tenant with their roles, oldest first.
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
        public RawAnswer<ServiceAccountPage> list(
            String tenant,
            ServiceAccountsListQuery query,
            RequestOptions options
        ) {
            return rawPages(
                LIST,
                Input.none().path("tenant", tenant).query(query),
                options,
                TypeDecoders.serviceAccountPage()
            );
        }

        /**
         * List the service accounts of a tenant with their roles, oldest first.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ServiceAccountPage> list(String tenant, RequestOptions options) {
            return list(tenant, null, options);
        }

        /**
         * List the service accounts of a tenant with their roles, oldest first.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ServiceAccountPage> list(String tenant, ServiceAccountsListQuery query) {
            return list(tenant, query, null);
        }

        /**
         * List the service accounts of a tenant with their roles, oldest first.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @return the first page, with what came around it
         */
        public RawAnswer<ServiceAccountPage> list(String tenant) {
            return list(tenant, null, null);
        }

        /**
         * Take one role from a service account.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code roles/not-assignable}, {@code service-accounts/not-found}, {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param account The id of a service account, which begins with {@code svc_}.
         * @param role Key of a Role.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ServiceAccount> removeRole(
            String tenant,
            String account,
            String role,
            RequestOptions options
        ) {
            return rawValue(
                REMOVE_ROLE,
                Input.none().path("tenant", tenant).path("account", account).path("role", role),
                options,
                TypeDecoders.serviceAccount()
            );
        }

        /**
         * Take one role from a service account.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param account The id of a service account, which begins with {@code svc_}.
         * @param role Key of a Role.
         * @return the answer, with what came around it
         */
        public RawAnswer<ServiceAccount> removeRole(String tenant, String account, String role) {
            return removeRole(tenant, account, role, null);
        }

        /**
         * Give a service account exactly these roles.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code roles/not-assignable}, {@code roles/unknown}, {@code service-accounts/not-found},
         * {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param account The id of a service account, which begins with {@code svc_}.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ServiceAccount> setRoles(
            String tenant,
            String account,
            ServiceAccountsSetRolesBody body,
            RequestOptions options
        ) {
            return rawValue(
                SET_ROLES,
                Input.none().path("tenant", tenant).path("account", account).body(body),
                options,
                TypeDecoders.serviceAccount()
            );
        }

        /**
         * Give a service account exactly these roles.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param account The id of a service account, which begins with {@code svc_}.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<ServiceAccount> setRoles(String tenant, String account, ServiceAccountsSetRolesBody body) {
            return setRoles(tenant, account, body, null);
        }
    }
}

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
import dev.dream.sdk.params.MembersAddBody;
import dev.dream.sdk.params.MembersListQuery;
import dev.dream.sdk.params.MembersSetRolesBody;
import dev.dream.sdk.types.Member;
import dev.dream.sdk.types.MemberPage;
import java.util.Set;

/** Who belongs to a tenant, and with which roles. */
public final class Members extends Resource {

    private static final Operation ADD = new Operation(
        "members.add",
        "POST",
        "/v1/tenants/{tenant}/members",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation ADD_ROLE = new Operation(
        "members.addRole",
        "PUT",
        "/v1/tenants/{tenant}/members/{user}/roles/{role}",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation GET = new Operation(
        "members.get",
        "GET",
        "/v1/tenants/{tenant}/members/{user}",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "members.list",
        "GET",
        "/v1/tenants/{tenant}/members",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation REMOVE = new Operation(
        "members.remove",
        "DELETE",
        "/v1/tenants/{tenant}/members/{user}",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation REMOVE_ROLE = new Operation(
        "members.removeRole",
        "DELETE",
        "/v1/tenants/{tenant}/members/{user}/roles/{role}",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation SET_ROLES = new Operation(
        "members.setRoles",
        "PUT",
        "/v1/tenants/{tenant}/members/{user}/roles",
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
    public Members(Connection connection) {
        super(connection);
    }

    /**
     * Make a user a member of a tenant.
     *
     * <p>Every new member gets the Roles that say {@code default: true}, and those asked for.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code members/exists}, {@code roles/not-assignable}, {@code roles/unknown},
     * {@code tenants/not-found}, {@code users/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Member add(String tenant, MembersAddBody body, RequestOptions options) {
        return value(ADD, Input.none().path("tenant", tenant).body(body), options, TypeDecoders.member());
    }

    /**
     * Make a user a member of a tenant.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public Member add(String tenant, MembersAddBody body) {
        return add(tenant, body, null);
    }

    /**
     * Give a member one more role.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code members/not-found}, {@code roles/not-assignable}, {@code roles/unknown},
     * {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param role Key of a Role.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Member addRole(String tenant, String user, String role, RequestOptions options) {
        return value(
            ADD_ROLE,
            Input.none().path("tenant", tenant).path("user", user).path("role", role),
            options,
            TypeDecoders.member()
        );
    }

    /**
     * Give a member one more role.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param role Key of a Role.
     * @return what the server answered; {@code null} where that is nothing
     */
    public Member addRole(String tenant, String user, String role) {
        return addRole(tenant, user, role, null);
    }

    /**
     * Get one member with their roles.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code members/not-found}, {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Member get(String tenant, String user, RequestOptions options) {
        return value(GET, Input.none().path("tenant", tenant).path("user", user), options, TypeDecoders.member());
    }

    /**
     * Get one member with their roles.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @return what the server answered; {@code null} where that is nothing
     */
    public Member get(String tenant, String user) {
        return get(tenant, user, null);
    }

    /**
     * List the members of a tenant with their roles, by user id.
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
    public Paged<Member, MemberPage> list(String tenant, MembersListQuery query, RequestOptions options) {
        return pages(
            LIST,
            Input.none().path("tenant", tenant).query(query),
            options,
            TypeDecoders.member(),
            TypeDecoders.memberPage()
        );
    }

    /**
     * List the members of a tenant with their roles, by user id.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Member, MemberPage> list(String tenant, RequestOptions options) {
        return list(tenant, null, options);
    }

    /**
     * List the members of a tenant with their roles, by user id.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Member, MemberPage> list(String tenant, MembersListQuery query) {
        return list(tenant, query, null);
    }

    /**
     * List the members of a tenant with their roles, by user id.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Member, MemberPage> list(String tenant) {
        return list(tenant, null, null);
    }

    /**
     * Take a member out of a tenant, with the roles held there.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code members/not-found}, {@code roles/not-assignable}, {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param options of this call, or {@code null}
     */
    public void remove(String tenant, String user, RequestOptions options) {
        nothing(REMOVE, Input.none().path("tenant", tenant).path("user", user), options);
    }

    /**
     * Take a member out of a tenant, with the roles held there.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     */
    public void remove(String tenant, String user) {
        remove(tenant, user, null);
    }

    /**
     * Take one role from a member.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code members/not-found}, {@code roles/not-assignable}, {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param role Key of a Role.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Member removeRole(String tenant, String user, String role, RequestOptions options) {
        return value(
            REMOVE_ROLE,
            Input.none().path("tenant", tenant).path("user", user).path("role", role),
            options,
            TypeDecoders.member()
        );
    }

    /**
     * Take one role from a member.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param role Key of a Role.
     * @return what the server answered; {@code null} where that is nothing
     */
    public Member removeRole(String tenant, String user, String role) {
        return removeRole(tenant, user, role, null);
    }

    /**
     * Give a member exactly these roles.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code members/not-found}, {@code roles/not-assignable}, {@code roles/unknown},
     * {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Member setRoles(String tenant, String user, MembersSetRolesBody body, RequestOptions options) {
        return value(
            SET_ROLES,
            Input.none().path("tenant", tenant).path("user", user).body(body),
            options,
            TypeDecoders.member()
        );
    }

    /**
     * Give a member exactly these roles.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public Member setRoles(String tenant, String user, MembersSetRolesBody body) {
        return setRoles(tenant, user, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.members()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Make a user a member of a tenant.
         *
         * <p>Every new member gets the Roles that say {@code default: true}, and those asked for.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code members/exists}, {@code roles/not-assignable}, {@code roles/unknown},
         * {@code tenants/not-found}, {@code users/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Member> add(String tenant, MembersAddBody body, RequestOptions options) {
            return rawValue(ADD, Input.none().path("tenant", tenant).body(body), options, TypeDecoders.member());
        }

        /**
         * Make a user a member of a tenant.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<Member> add(String tenant, MembersAddBody body) {
            return add(tenant, body, null);
        }

        /**
         * Give a member one more role.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code members/not-found}, {@code roles/not-assignable}, {@code roles/unknown},
         * {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param role Key of a Role.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Member> addRole(String tenant, String user, String role, RequestOptions options) {
            return rawValue(
                ADD_ROLE,
                Input.none().path("tenant", tenant).path("user", user).path("role", role),
                options,
                TypeDecoders.member()
            );
        }

        /**
         * Give a member one more role.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param role Key of a Role.
         * @return the answer, with what came around it
         */
        public RawAnswer<Member> addRole(String tenant, String user, String role) {
            return addRole(tenant, user, role, null);
        }

        /**
         * Get one member with their roles.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code members/not-found}, {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Member> get(String tenant, String user, RequestOptions options) {
            return rawValue(
                GET,
                Input.none().path("tenant", tenant).path("user", user),
                options,
                TypeDecoders.member()
            );
        }

        /**
         * Get one member with their roles.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @return the answer, with what came around it
         */
        public RawAnswer<Member> get(String tenant, String user) {
            return get(tenant, user, null);
        }

        /**
         * List the members of a tenant with their roles, by user id.
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
        public RawAnswer<MemberPage> list(String tenant, MembersListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().path("tenant", tenant).query(query), options, TypeDecoders.memberPage());
        }

        /**
         * List the members of a tenant with their roles, by user id.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<MemberPage> list(String tenant, RequestOptions options) {
            return list(tenant, null, options);
        }

        /**
         * List the members of a tenant with their roles, by user id.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<MemberPage> list(String tenant, MembersListQuery query) {
            return list(tenant, query, null);
        }

        /**
         * List the members of a tenant with their roles, by user id.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @return the first page, with what came around it
         */
        public RawAnswer<MemberPage> list(String tenant) {
            return list(tenant, null, null);
        }

        /**
         * Take a member out of a tenant, with the roles held there.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code members/not-found}, {@code roles/not-assignable}, {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> remove(String tenant, String user, RequestOptions options) {
            return rawNothing(REMOVE, Input.none().path("tenant", tenant).path("user", user), options);
        }

        /**
         * Take a member out of a tenant, with the roles held there.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> remove(String tenant, String user) {
            return remove(tenant, user, null);
        }

        /**
         * Take one role from a member.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code members/not-found}, {@code roles/not-assignable}, {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param role Key of a Role.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Member> removeRole(String tenant, String user, String role, RequestOptions options) {
            return rawValue(
                REMOVE_ROLE,
                Input.none().path("tenant", tenant).path("user", user).path("role", role),
                options,
                TypeDecoders.member()
            );
        }

        /**
         * Take one role from a member.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param role Key of a Role.
         * @return the answer, with what came around it
         */
        public RawAnswer<Member> removeRole(String tenant, String user, String role) {
            return removeRole(tenant, user, role, null);
        }

        /**
         * Give a member exactly these roles.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code members/not-found}, {@code roles/not-assignable}, {@code roles/unknown},
         * {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Member> setRoles(
            String tenant,
            String user,
            MembersSetRolesBody body,
            RequestOptions options
        ) {
            return rawValue(
                SET_ROLES,
                Input.none().path("tenant", tenant).path("user", user).body(body),
                options,
                TypeDecoders.member()
            );
        }

        /**
         * Give a member exactly these roles.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<Member> setRoles(String tenant, String user, MembersSetRolesBody body) {
            return setRoles(tenant, user, body, null);
        }
    }
}

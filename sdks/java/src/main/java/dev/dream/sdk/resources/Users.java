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
import dev.dream.sdk.params.UsersCreateBody;
import dev.dream.sdk.params.UsersListQuery;
import dev.dream.sdk.params.UsersMembershipsQuery;
import dev.dream.sdk.params.UsersPutBody;
import dev.dream.sdk.params.UsersUpdateBody;
import dev.dream.sdk.types.Membership;
import dev.dream.sdk.types.MembershipPage;
import dev.dream.sdk.types.User;
import dev.dream.sdk.types.UserPage;
import java.util.Set;

/** The people who use the product, known by their id at the identity provider, and the roles they hold. */
public final class Users extends Resource {

    private static final Operation CREATE = new Operation(
        "users.create",
        "POST",
        "/v1/users",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation DELETE = new Operation(
        "users.delete",
        "DELETE",
        "/v1/users/{user}",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation GET = new Operation(
        "users.get",
        "GET",
        "/v1/users/{user}",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "users.list",
        "GET",
        "/v1/users",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation MEMBERSHIPS = new Operation(
        "users.memberships",
        "GET",
        "/v1/users/{user}/memberships",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation PUT = new Operation(
        "users.put",
        "PUT",
        "/v1/users/{user}",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation UPDATE = new Operation(
        "users.update",
        "PATCH",
        "/v1/users/{user}",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public Users(Connection connection) {
        super(connection);
    }

    /**
     * Create a user.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code attributes/missing}, {@code attributes/unknown}, {@code attributes/wrong-type},
     * {@code users/exists}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public User create(UsersCreateBody body, RequestOptions options) {
        return value(CREATE, Input.none().body(body), options, TypeDecoders.user());
    }

    /**
     * Create a user.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public User create(UsersCreateBody body) {
        return create(body, null);
    }

    /**
     * Delete a user from the environment.
     *
     * <p>Memberships, roles, cross-tenant grants and relationships go with it, in every tenant. A request that names a
     * tenant deletes its members alone, and those only who are in no other.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code users/not-found}, {@code users/shared}.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param options of this call, or {@code null}
     */
    public void delete(String user, RequestOptions options) {
        nothing(DELETE, Input.none().path("user", user), options);
    }

    /**
     * Delete a user from the environment.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     */
    public void delete(String user) {
        delete(user, null);
    }

    /**
     * Get one user.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code users/not-found}.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public User get(String user, RequestOptions options) {
        return value(GET, Input.none().path("user", user), options, TypeDecoders.user());
    }

    /**
     * Get one user.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @return what the server answered; {@code null} where that is nothing
     */
    public User get(String user) {
        return get(user, null);
    }

    /**
     * List users, newest first.
     *
     * <p>Where the request is about a tenant, its members only.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<User, UserPage> list(UsersListQuery query, RequestOptions options) {
        return pages(LIST, Input.none().query(query), options, TypeDecoders.user(), TypeDecoders.userPage());
    }

    /**
     * List users, newest first.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<User, UserPage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List users, newest first.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<User, UserPage> list(UsersListQuery query) {
        return list(query, null);
    }

    /**
     * List users, newest first.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<User, UserPage> list() {
        return list(null, null);
    }

    /**
     * List the tenants a user is a member of, with the roles held there.
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
    public Paged<Membership, MembershipPage> memberships(
        String user,
        UsersMembershipsQuery query,
        RequestOptions options
    ) {
        return pages(
            MEMBERSHIPS,
            Input.none().path("user", user).query(query),
            options,
            TypeDecoders.membership(),
            TypeDecoders.membershipPage()
        );
    }

    /**
     * List the tenants a user is a member of, with the roles held there.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Membership, MembershipPage> memberships(String user, RequestOptions options) {
        return memberships(user, null, options);
    }

    /**
     * List the tenants a user is a member of, with the roles held there.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Membership, MembershipPage> memberships(String user, UsersMembershipsQuery query) {
        return memberships(user, query, null);
    }

    /**
     * List the tenants a user is a member of, with the roles held there.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Membership, MembershipPage> memberships(String user) {
        return memberships(user, null, null);
    }

    /**
     * Create or replace a user.
     *
     * <p>For whoever keeps the directory in step with an identity provider: the same call for new and known. A request
     * that names a tenant replaces, of those there are, its members alone, and those only who are in no other.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code attributes/missing}, {@code attributes/unknown}, {@code attributes/wrong-type},
     * {@code users/not-found}, {@code users/shared}.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public User put(String user, UsersPutBody body, RequestOptions options) {
        return value(PUT, Input.none().path("user", user).body(body), options, TypeDecoders.user());
    }

    /**
     * Create or replace a user.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public User put(String user, UsersPutBody body) {
        return put(user, body, null);
    }

    /**
     * Change some of what is known of a user.
     *
     * <p>A request that names a tenant changes its members alone, and those only who are in no other.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code attributes/missing}, {@code attributes/unknown}, {@code attributes/wrong-type},
     * {@code users/not-found}, {@code users/shared}.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public User update(String user, UsersUpdateBody body, RequestOptions options) {
        return value(UPDATE, Input.none().path("user", user).body(body), options, TypeDecoders.user());
    }

    /**
     * Change some of what is known of a user.
     *
     * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
     * {@code ..}.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public User update(String user, UsersUpdateBody body) {
        return update(user, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.users()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Create a user.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code attributes/missing}, {@code attributes/unknown}, {@code attributes/wrong-type},
         * {@code users/exists}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<User> create(UsersCreateBody body, RequestOptions options) {
            return rawValue(CREATE, Input.none().body(body), options, TypeDecoders.user());
        }

        /**
         * Create a user.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<User> create(UsersCreateBody body) {
            return create(body, null);
        }

        /**
         * Delete a user from the environment.
         *
         * <p>Memberships, roles, cross-tenant grants and relationships go with it, in every tenant. A request that
         * names a tenant deletes its members alone, and those only who are in no other.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code users/not-found}, {@code users/shared}.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> delete(String user, RequestOptions options) {
            return rawNothing(DELETE, Input.none().path("user", user), options);
        }

        /**
         * Delete a user from the environment.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> delete(String user) {
            return delete(user, null);
        }

        /**
         * Get one user.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code users/not-found}.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<User> get(String user, RequestOptions options) {
            return rawValue(GET, Input.none().path("user", user), options, TypeDecoders.user());
        }

        /**
         * Get one user.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @return the answer, with what came around it
         */
        public RawAnswer<User> get(String user) {
            return get(user, null);
        }

        /**
         * List users, newest first.
         *
         * <p>Where the request is about a tenant, its members only.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<UserPage> list(UsersListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.userPage());
        }

        /**
         * List users, newest first.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<UserPage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List users, newest first.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<UserPage> list(UsersListQuery query) {
            return list(query, null);
        }

        /**
         * List users, newest first.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<UserPage> list() {
            return list(null, null);
        }

        /**
         * List the tenants a user is a member of, with the roles held there.
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
        public RawAnswer<MembershipPage> memberships(String user, UsersMembershipsQuery query, RequestOptions options) {
            return rawPages(
                MEMBERSHIPS,
                Input.none().path("user", user).query(query),
                options,
                TypeDecoders.membershipPage()
            );
        }

        /**
         * List the tenants a user is a member of, with the roles held there.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<MembershipPage> memberships(String user, RequestOptions options) {
            return memberships(user, null, options);
        }

        /**
         * List the tenants a user is a member of, with the roles held there.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<MembershipPage> memberships(String user, UsersMembershipsQuery query) {
            return memberships(user, query, null);
        }

        /**
         * List the tenants a user is a member of, with the roles held there.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @return the first page, with what came around it
         */
        public RawAnswer<MembershipPage> memberships(String user) {
            return memberships(user, null, null);
        }

        /**
         * Create or replace a user.
         *
         * <p>For whoever keeps the directory in step with an identity provider: the same call for new and known. A
         * request that names a tenant replaces, of those there are, its members alone, and those only who are in no
         * other.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code attributes/missing}, {@code attributes/unknown}, {@code attributes/wrong-type},
         * {@code users/not-found}, {@code users/shared}.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<User> put(String user, UsersPutBody body, RequestOptions options) {
            return rawValue(PUT, Input.none().path("user", user).body(body), options, TypeDecoders.user());
        }

        /**
         * Create or replace a user.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<User> put(String user, UsersPutBody body) {
            return put(user, body, null);
        }

        /**
         * Change some of what is known of a user.
         *
         * <p>A request that names a tenant changes its members alone, and those only who are in no other.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code attributes/missing}, {@code attributes/unknown}, {@code attributes/wrong-type},
         * {@code users/not-found}, {@code users/shared}.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<User> update(String user, UsersUpdateBody body, RequestOptions options) {
            return rawValue(UPDATE, Input.none().path("user", user).body(body), options, TypeDecoders.user());
        }

        /**
         * Change some of what is known of a user.
         *
         * @param user Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not
         * {@code .} or {@code ..}.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<User> update(String user, UsersUpdateBody body) {
            return update(user, body, null);
        }
    }
}

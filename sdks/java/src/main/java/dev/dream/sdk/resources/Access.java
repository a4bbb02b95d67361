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
import dev.dream.sdk.params.AccessCanBody;
import dev.dream.sdk.params.AccessCheckBody;
import dev.dream.sdk.params.AccessCheckManyBody;
import dev.dream.sdk.params.AccessWhoBody;
import dev.dream.sdk.types.AccessCanResult;
import dev.dream.sdk.types.AccessCheckManyResult;
import dev.dream.sdk.types.AccessPolicyResult;
import dev.dream.sdk.types.AccessWhoResult;
import dev.dream.sdk.types.Verdict;
import java.util.Set;

/** The operations of {@code access}. */
public final class Access extends Resource {

    private static final Operation CAN = new Operation(
        "access.can",
        "POST",
        "/v1/access/can",
        Set.of(Auth.SECRET, Auth.USER),
        false,
        true,
        "cursor"
    );
    private static final Operation CHECK = new Operation(
        "access.check",
        "POST",
        "/v1/access/check",
        Set.of(Auth.SECRET, Auth.USER),
        true,
        true,
        "cursor"
    );
    private static final Operation CHECK_MANY = new Operation(
        "access.checkMany",
        "POST",
        "/v1/access/checks",
        Set.of(Auth.SECRET, Auth.USER),
        true,
        true,
        "cursor"
    );
    private static final Operation POLICY = new Operation(
        "access.policy",
        "GET",
        "/v1/access/policy",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation WHO = new Operation(
        "access.who",
        "POST",
        "/v1/access/who",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public Access(Connection connection) {
        super(connection);
    }

    /**
     * Asks whether somebody may do something, who may, and what somebody can do, and why.
     *
     * @return its operations
     */
    public AccessDecisions decisions() {
        return new AccessDecisions(connection());
    }

    /**
     * List what somebody may do.
     *
     * <p>What the roles grant, with the role that says so; and, for a resource, the decision on each of its actions.
     *
     * <p>For a secret key or a publishable key with a user's token. May be about one tenant: that of the client, or of
     * {@code options}.
     *
     * <p>Errors: {@code access/only-oneself}, {@code access/secret-key-only}, {@code access/subject-missing},
     * {@code access/tenant-mismatch}, {@code access/tenant-missing}, {@code tenants/not-found}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AccessCanResult can(AccessCanBody body, RequestOptions options) {
        return value(CAN, Input.none().body(body), options, TypeDecoders.accessCanResult());
    }

    /**
     * List what somebody may do.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public AccessCanResult can(AccessCanBody body) {
        return can(body, null);
    }

    /**
     * Decide whether somebody may do something.
     *
     * <p>The decision is entered in the decision log before it is answered.
     *
     * <p>For a secret key or a publishable key with a user's token. May be about one tenant: that of the client, or of
     * {@code options}.
     *
     * <p>Errors: {@code access/only-oneself}, {@code access/secret-key-only}, {@code access/subject-missing},
     * {@code access/tenant-mismatch}, {@code access/tenant-missing}, {@code tenants/not-found}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Verdict check(AccessCheckBody body, RequestOptions options) {
        return value(CHECK, Input.none().body(body), options, TypeDecoders.verdict());
    }

    /**
     * Decide whether somebody may do something.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public Verdict check(AccessCheckBody body) {
        return check(body, null);
    }

    /**
     * Decide up to 1,000 questions about one tenant.
     *
     * <p>Answers stand in the order of the questions. All are decided by what is stored at one moment.
     *
     * <p>For a secret key or a publishable key with a user's token. May be about one tenant: that of the client, or of
     * {@code options}.
     *
     * <p>Errors: {@code access/only-oneself}, {@code access/secret-key-only}, {@code access/subject-missing},
     * {@code access/tenant-mismatch}, {@code access/tenant-missing}, {@code tenants/not-found}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AccessCheckManyResult checkMany(AccessCheckManyBody body, RequestOptions options) {
        return value(CHECK_MANY, Input.none().body(body), options, TypeDecoders.accessCheckManyResult());
    }

    /**
     * Decide up to 1,000 questions about one tenant.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public AccessCheckManyResult checkMany(AccessCheckManyBody body) {
        return checkMany(body, null);
    }

    /**
     * Get what every role grants.
     *
     * <p>For a backend that makes permissions of role slugs by itself. Ask again with {@code If-None-Match}: 304 as
     * long as nothing was applied.
     *
     * <p>For a secret key.
     *
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AccessPolicyResult policy(RequestOptions options) {
        return value(POLICY, Input.none(), options, TypeDecoders.accessPolicyResult());
    }

    /**
     * Get what every role grants.
     *
     * @return what the server answered; {@code null} where that is nothing
     */
    public AccessPolicyResult policy() {
        return policy(null);
    }

    /**
     * List everybody who may do something.
     *
     * <p>Members, guests and service accounts of the tenant, by type and id, each with what allows it. Conditions are
     * held against what is stored.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code access/tenant-mismatch}, {@code access/tenant-missing}, {@code tenants/not-found}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AccessWhoResult who(AccessWhoBody body, RequestOptions options) {
        return value(WHO, Input.none().body(body), options, TypeDecoders.accessWhoResult());
    }

    /**
     * List everybody who may do something.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public AccessWhoResult who(AccessWhoBody body) {
        return who(body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.access()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * List what somebody may do.
         *
         * <p>What the roles grant, with the role that says so; and, for a resource, the decision on each of its
         * actions.
         *
         * <p>For a secret key or a publishable key with a user's token. May be about one tenant: that of the client, or
         * of {@code options}.
         *
         * <p>Errors: {@code access/only-oneself}, {@code access/secret-key-only}, {@code access/subject-missing},
         * {@code access/tenant-mismatch}, {@code access/tenant-missing}, {@code tenants/not-found}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<AccessCanResult> can(AccessCanBody body, RequestOptions options) {
            return rawValue(CAN, Input.none().body(body), options, TypeDecoders.accessCanResult());
        }

        /**
         * List what somebody may do.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<AccessCanResult> can(AccessCanBody body) {
            return can(body, null);
        }

        /**
         * Decide whether somebody may do something.
         *
         * <p>The decision is entered in the decision log before it is answered.
         *
         * <p>For a secret key or a publishable key with a user's token. May be about one tenant: that of the client, or
         * of {@code options}.
         *
         * <p>Errors: {@code access/only-oneself}, {@code access/secret-key-only}, {@code access/subject-missing},
         * {@code access/tenant-mismatch}, {@code access/tenant-missing}, {@code tenants/not-found}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Verdict> check(AccessCheckBody body, RequestOptions options) {
            return rawValue(CHECK, Input.none().body(body), options, TypeDecoders.verdict());
        }

        /**
         * Decide whether somebody may do something.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<Verdict> check(AccessCheckBody body) {
            return check(body, null);
        }

        /**
         * Decide up to 1,000 questions about one tenant.
         *
         * <p>Answers stand in the order of the questions. All are decided by what is stored at one moment.
         *
         * <p>For a secret key or a publishable key with a user's token. May be about one tenant: that of the client, or
         * of {@code options}.
         *
         * <p>Errors: {@code access/only-oneself}, {@code access/secret-key-only}, {@code access/subject-missing},
         * {@code access/tenant-mismatch}, {@code access/tenant-missing}, {@code tenants/not-found}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<AccessCheckManyResult> checkMany(AccessCheckManyBody body, RequestOptions options) {
            return rawValue(CHECK_MANY, Input.none().body(body), options, TypeDecoders.accessCheckManyResult());
        }

        /**
         * Decide up to 1,000 questions about one tenant.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<AccessCheckManyResult> checkMany(AccessCheckManyBody body) {
            return checkMany(body, null);
        }

        /**
         * Get what every role grants.
         *
         * <p>For a backend that makes permissions of role slugs by itself. Ask again with {@code If-None-Match}: 304 as
         * long as nothing was applied.
         *
         * <p>For a secret key.
         *
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<AccessPolicyResult> policy(RequestOptions options) {
            return rawValue(POLICY, Input.none(), options, TypeDecoders.accessPolicyResult());
        }

        /**
         * Get what every role grants.
         *
         * @return the answer, with what came around it
         */
        public RawAnswer<AccessPolicyResult> policy() {
            return policy(null);
        }

        /**
         * List everybody who may do something.
         *
         * <p>Members, guests and service accounts of the tenant, by type and id, each with what allows it. Conditions
         * are held against what is stored.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code access/tenant-mismatch}, {@code access/tenant-missing}, {@code tenants/not-found}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<AccessWhoResult> who(AccessWhoBody body, RequestOptions options) {
            return rawValue(WHO, Input.none().body(body), options, TypeDecoders.accessWhoResult());
        }

        /**
         * List everybody who may do something.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<AccessWhoResult> who(AccessWhoBody body) {
            return who(body, null);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.resources;

import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.core.Auth;
import dev.dream.sdk.core.Connection;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.core.Resource;
import dev.dream.sdk.internal.TypeDecoders;
import dev.dream.sdk.params.EntitlementsEvaluateBody;
import dev.dream.sdk.params.EntitlementsReleaseBody;
import dev.dream.sdk.params.EntitlementsUseBody;
import dev.dream.sdk.types.EntitlementAccess;
import dev.dream.sdk.types.EntitlementsReleaseResult;
import dev.dream.sdk.types.EntitlementsUseResult;
import java.util.Map;
import java.util.Set;

/** What a tenant has of each feature, how much of it has been used, and what was agreed with it besides. */
public final class Entitlements extends Resource {

    private static final Operation EVALUATE = new Operation(
        "entitlements.evaluate",
        "POST",
        "/v1/entitlements/evaluate",
        Set.of(Auth.SECRET, Auth.USER),
        false,
        true,
        "cursor"
    );
    private static final Operation RELEASE = new Operation(
        "entitlements.release",
        "POST",
        "/v1/entitlements/release",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation USE = new Operation(
        "entitlements.use",
        "POST",
        "/v1/entitlements/use",
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
    public Entitlements(Connection connection) {
        super(connection);
    }

    /**
     * Say what a tenant has of each entitlement.
     *
     * <p>By the plan that the tenant is on at this moment, and by special agreements with it; with what it has used. A
     * key that no entitlement has is answered too, as one that the tenant does not have.
     *
     * <p>For a secret key or a publishable key with a user's token. May be about one tenant: that of the client, or of
     * {@code options}.
     *
     * <p>Errors: {@code entitlements/tenant-mismatch}, {@code entitlements/tenant-missing},
     * {@code entitlements/unknown-tenant}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Map<String, EntitlementAccess> evaluate(EntitlementsEvaluateBody body, RequestOptions options) {
        return value(EVALUATE, Input.none().body(body), options, Decoders.map(TypeDecoders.entitlementAccess()));
    }

    /**
     * Say what a tenant has of each entitlement.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public Map<String, EntitlementAccess> evaluate(EntitlementsEvaluateBody body) {
        return evaluate(body, null);
    }

    /**
     * Give back what a tenant uses no more.
     *
     * <p>For entitlements with {@code resets: never}, which count what exists now: a seat whose holder has left, a file
     * that was deleted.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code entitlements/not-counted}, {@code entitlements/not-releasable},
     * {@code entitlements/tenant-mismatch}, {@code entitlements/tenant-missing}, {@code entitlements/unknown},
     * {@code entitlements/unknown-tenant}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public EntitlementsReleaseResult release(EntitlementsReleaseBody body, RequestOptions options) {
        return value(RELEASE, Input.none().body(body), options, TypeDecoders.entitlementsReleaseResult());
    }

    /**
     * Give back what a tenant uses no more.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public EntitlementsReleaseResult release(EntitlementsReleaseBody body) {
        return release(body, null);
    }

    /**
     * Take an amount of what a tenant may use.
     *
     * <p>All of the amount is taken or none: of any number of requests at once no more than the limit gets through.
     * Where the entitlement says {@code allow} or {@code bill}, it is taken beyond the limit too. Send an
     * {@code Idempotency-Key}, so that a request sent again takes nothing twice.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code entitlements/not-counted}, {@code entitlements/tenant-mismatch},
     * {@code entitlements/tenant-missing}, {@code entitlements/unknown}, {@code entitlements/unknown-tenant}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public EntitlementsUseResult use(EntitlementsUseBody body, RequestOptions options) {
        return value(USE, Input.none().body(body), options, TypeDecoders.entitlementsUseResult());
    }

    /**
     * Take an amount of what a tenant may use.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public EntitlementsUseResult use(EntitlementsUseBody body) {
        return use(body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.entitlements()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Say what a tenant has of each entitlement.
         *
         * <p>By the plan that the tenant is on at this moment, and by special agreements with it; with what it has
         * used. A key that no entitlement has is answered too, as one that the tenant does not have.
         *
         * <p>For a secret key or a publishable key with a user's token. May be about one tenant: that of the client, or
         * of {@code options}.
         *
         * <p>Errors: {@code entitlements/tenant-mismatch}, {@code entitlements/tenant-missing},
         * {@code entitlements/unknown-tenant}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Map<String, EntitlementAccess>> evaluate(
            EntitlementsEvaluateBody body,
            RequestOptions options
        ) {
            return rawValue(EVALUATE, Input.none().body(body), options, Decoders.map(TypeDecoders.entitlementAccess()));
        }

        /**
         * Say what a tenant has of each entitlement.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<Map<String, EntitlementAccess>> evaluate(EntitlementsEvaluateBody body) {
            return evaluate(body, null);
        }

        /**
         * Give back what a tenant uses no more.
         *
         * <p>For entitlements with {@code resets: never}, which count what exists now: a seat whose holder has left, a
         * file that was deleted.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code entitlements/not-counted}, {@code entitlements/not-releasable},
         * {@code entitlements/tenant-mismatch}, {@code entitlements/tenant-missing}, {@code entitlements/unknown},
         * {@code entitlements/unknown-tenant}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<EntitlementsReleaseResult> release(EntitlementsReleaseBody body, RequestOptions options) {
            return rawValue(RELEASE, Input.none().body(body), options, TypeDecoders.entitlementsReleaseResult());
        }

        /**
         * Give back what a tenant uses no more.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<EntitlementsReleaseResult> release(EntitlementsReleaseBody body) {
            return release(body, null);
        }

        /**
         * Take an amount of what a tenant may use.
         *
         * <p>All of the amount is taken or none: of any number of requests at once no more than the limit gets through.
         * Where the entitlement says {@code allow} or {@code bill}, it is taken beyond the limit too. Send an
         * {@code Idempotency-Key}, so that a request sent again takes nothing twice.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code entitlements/not-counted}, {@code entitlements/tenant-mismatch},
         * {@code entitlements/tenant-missing}, {@code entitlements/unknown}, {@code entitlements/unknown-tenant}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<EntitlementsUseResult> use(EntitlementsUseBody body, RequestOptions options) {
            return rawValue(USE, Input.none().body(body), options, TypeDecoders.entitlementsUseResult());
        }

        /**
         * Take an amount of what a tenant may use.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<EntitlementsUseResult> use(EntitlementsUseBody body) {
            return use(body, null);
        }
    }
}

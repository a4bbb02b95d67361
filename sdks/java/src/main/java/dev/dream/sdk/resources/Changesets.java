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
import dev.dream.sdk.params.ChangesetsComputeBody;
import dev.dream.sdk.types.Changeset;
import java.util.Set;

/** Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing. */
public final class Changesets extends Resource {

    private static final Operation COMPUTE = new Operation(
        "changesets.compute",
        "POST",
        "/v1/changesets",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public Changesets(Connection connection) {
        super(connection);
    }

    /**
     * Compute what would change, and who would feel it.
     *
     * <p>Compares the desired resources with the live state of the environment. Writes nothing. Most plans find nothing
     * to change, so {@code desiredHash} may be sent in place of {@code desired}: if that is the state which the latest
     * apply left nothing to do for, the answer is the empty changeset; if not, it is
     * {@code changes/desired-state-needed}, and {@code desired} is to be sent.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code changes/desired-state-needed}, {@code changes/invalid}, {@code changes/wrong-environment}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Changeset compute(ChangesetsComputeBody body, RequestOptions options) {
        return value(COMPUTE, Input.none().body(body), options, TypeDecoders.changeset());
    }

    /**
     * Compute what would change, and who would feel it.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public Changeset compute(ChangesetsComputeBody body) {
        return compute(body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.changesets()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Compute what would change, and who would feel it.
         *
         * <p>Compares the desired resources with the live state of the environment. Writes nothing. Most plans find
         * nothing to change, so {@code desiredHash} may be sent in place of {@code desired}: if that is the state which
         * the latest apply left nothing to do for, the answer is the empty changeset; if not, it is
         * {@code changes/desired-state-needed}, and {@code desired} is to be sent.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code changes/desired-state-needed}, {@code changes/invalid}, {@code changes/wrong-environment}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Changeset> compute(ChangesetsComputeBody body, RequestOptions options) {
            return rawValue(COMPUTE, Input.none().body(body), options, TypeDecoders.changeset());
        }

        /**
         * Compute what would change, and who would feel it.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<Changeset> compute(ChangesetsComputeBody body) {
            return compute(body, null);
        }
    }
}

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
import dev.dream.sdk.types.Status;
import java.util.Set;

/** Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing. */
public final class StatusResource extends Resource {

    private static final Operation GET = new Operation(
        "status.get",
        "GET",
        "/v1/status",
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
    public StatusResource(Connection connection) {
        super(connection);
    }

    /**
     * Get the live revision, counts and conditions of the environment.
     *
     * <p>For a secret key.
     *
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Status get(RequestOptions options) {
        return value(GET, Input.none(), options, TypeDecoders.status());
    }

    /**
     * Get the live revision, counts and conditions of the environment.
     *
     * @return what the server answered; {@code null} where that is nothing
     */
    public Status get() {
        return get(null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.status()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Get the live revision, counts and conditions of the environment.
         *
         * <p>For a secret key.
         *
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Status> get(RequestOptions options) {
            return rawValue(GET, Input.none(), options, TypeDecoders.status());
        }

        /**
         * Get the live revision, counts and conditions of the environment.
         *
         * @return the answer, with what came around it
         */
        public RawAnswer<Status> get() {
            return get(null);
        }
    }
}

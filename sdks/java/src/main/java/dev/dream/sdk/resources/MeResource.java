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
import dev.dream.sdk.types.Me;
import java.util.Set;

/** What the token of a user is to hold, who it belongs to, and what the roles in it grant. */
public final class MeResource extends Resource {

    private static final Operation GET = new Operation(
        "me.get",
        "GET",
        "/v1/me",
        Set.of(Auth.USER),
        false,
        true,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public MeResource(Connection connection) {
        super(connection);
    }

    /**
     * Get who the token belongs to, and what they may do.
     *
     * <p>For a publishable key with a user's token. May be about one tenant: that of the client, or of {@code options}.
     *
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Me get(RequestOptions options) {
        return value(GET, Input.none(), options, TypeDecoders.me());
    }

    /**
     * Get who the token belongs to, and what they may do.
     *
     * @return what the server answered; {@code null} where that is nothing
     */
    public Me get() {
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

    /** As {@code dream.me()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Get who the token belongs to, and what they may do.
         *
         * <p>For a publishable key with a user's token. May be about one tenant: that of the client, or of
         * {@code options}.
         *
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Me> get(RequestOptions options) {
            return rawValue(GET, Input.none(), options, TypeDecoders.me());
        }

        /**
         * Get who the token belongs to, and what they may do.
         *
         * @return the answer, with what came around it
         */
        public RawAnswer<Me> get() {
            return get(null);
        }
    }
}

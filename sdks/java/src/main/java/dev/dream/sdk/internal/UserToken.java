package dev.dream.sdk.internal;

import java.util.function.Supplier;

/**
 * A token that is known from the start, and so looked at before anything is sent.
 *
 * @param get the token
 */
public record UserToken(String get) implements Supplier<String> {
    /** The token is not said. */
    @Override
    public String toString() {
        return "UserToken";
    }
}

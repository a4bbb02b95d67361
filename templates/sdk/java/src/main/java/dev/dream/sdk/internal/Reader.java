package dev.dream.sdk.internal;

import java.io.IOException;

/**
 * How the answer to a request is read.
 *
 * @param <T> what is made of it
 */
interface Reader<T> {
    /** The kind of answer that is wanted. */
    String accept();

    /**
     * Whether {@code read} stops the clock when the answer has begun; whoever gets the value then releases the
     * deadline.
     */
    default boolean isStream() {
        return false;
    }

    /**
     * Whether it has a way to say that nothing has changed since: a 304 to an {@code If-None-Match} of the caller's.
     */
    default boolean mayBeUnchanged() {
        return false;
    }

    /** What the answer to a success is. */
    T read(Answer answer, Deadline deadline) throws IOException;
}

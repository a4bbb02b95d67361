package dev.dream.sdk.flags;

/** Somebody who listens. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    /** Takes the listener away again. Further calls do nothing. */
    @Override
    void close();
}

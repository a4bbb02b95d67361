package dev.dream.sdk.middleware;

import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.DreamException;
import dev.dream.sdk.errors.PlatformException;
import dev.dream.sdk.errors.ResponseException;

/** What a {@link MiddlewareSource} has to say by what it threw, whatever somebody put around it. */
final class SaidError {

    /** A chain of causes may be a ring. */
    private static final int MOST_WRAPPERS = 10;

    private SaidError() {}

    /** What a server said, or why it said nothing; {@code null} where neither is there. Never throws. */
    static DreamException within(Throwable thrown) {
        try {
            Throwable inner = thrown;
            for (int count = 0; inner != null && count <= MOST_WRAPPERS; count += 1) {
                if (inner instanceof PlatformException said) return said;
                if (inner instanceof ConnectionException || inner instanceof ResponseException) {
                    return (DreamException) inner;
                }
                if (inner instanceof AbortedException ended) return ended;
                inner = inner.getCause();
            }
        } catch (Throwable refusing) {
            // Even to look at what was thrown may throw.
        }
        return null;
    }
}

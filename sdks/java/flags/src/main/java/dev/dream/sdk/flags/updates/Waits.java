package dev.dream.sdk.flags.updates;

import dev.dream.sdk.core.RetryAfter;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before trying again.
 *
 * @param first milliseconds before the first further attempt; doubled for each one after it
 * @param longest milliseconds that no wait is longer than, whatever a server asks for
 */
public record Waits(double first, double longest) {
    private static final int MOST_DOUBLINGS = 30;
    private static final int MILLISECONDS = 1_000;

    /**
     * Twice as long after each failure, and somewhere between half of that and all of it, so that clients who lost the
     * same server do not come back at the same moment. What the server asked for is waited for in full.
     *
     * @param failures in a row, from 1
     * @param random from 0, inclusive, to 1, exclusive
     * @param asked by the server, NaN where it did not
     * @return milliseconds
     */
    public double after(int failures, DoubleSupplier random, double asked) {
        int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        double own = Math.min(longest, Math.scalb(first, doublings)) * (0.5 + random.getAsDouble() / 2);
        return Double.isNaN(asked) ? own : Math.min(longest, Math.max(asked, own));
    }

    /**
     * Of a {@code Retry-After}, as every client of the SDK reads it.
     *
     * @param header null where there is none
     * @param now milliseconds since 1970
     * @return milliseconds from now; NaN where there is none that can be read
     */
    public static double retryAfter(String header, long now) {
        return RetryAfter.seconds(header, Instant.ofEpochMilli(now)).orElse(Double.NaN) * MILLISECONDS;
    }
}

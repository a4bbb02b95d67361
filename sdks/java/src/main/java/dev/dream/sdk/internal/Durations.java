package dev.dream.sdk.internal;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations of any length, where the platform takes those of 292 years at most. */
final class Durations {

    /** Half of what fits: added to now it is no time in the past. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private Durations() {}

    static long nanoseconds(Duration duration) {
        return (duration.compareTo(LONGEST) > 0 ? LONGEST : duration).toNanos();
    }

    /** As a text, with a fraction where there is one. */
    static String milliseconds(Duration duration) {
        BigDecimal milliseconds = BigDecimal.valueOf(nanoseconds(duration), 6);
        return milliseconds.stripTrailingZeros().toPlainString();
    }

    /** Never longer than what can be counted. */
    static Duration ofSeconds(double seconds) {
        double whole = Math.floor(seconds);
        return Duration.ofSeconds((long) whole).plusNanos(Math.round((seconds - whole) * 1e9));
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

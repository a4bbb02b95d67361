package dev.dream.sdk.internal;

import dev.dream.sdk.core.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Whether and when a request is sent again. */
final class Retries {

    private static final Set<Integer> STATUSES = Set.of(408, 429, 500, 502, 503, 504);
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private Retries() {}

    /**
     * Whether the same request may have another answer later. Whether it is safe to send again is for the caller to
     * know.
     */
    static boolean isWorthwhile(int status, Map<String, String> headers) {
        // A redirect is not followed, and no later one would be.
        if (status < 400) return false;
        String word = headers.getOrDefault("dream-should-retry", "").toLowerCase(Locale.ROOT);
        if (word.equals("true") || word.equals("false")) return word.equals("true");
        return STATUSES.contains(status);
    }

    /**
     * How long is waited before the attempt that follows {@code attempt} (from 1); nothing where that would be longer
     * than {@code longest}, and nothing is to be waited for.
     */
    static Optional<Duration> delay(int attempt, Optional<Double> retryAfter, Duration longest) {
        if (retryAfter.isPresent()) {
            return retryAfter.map(Durations::ofSeconds).filter(asked -> asked.compareTo(longest) <= 0);
        }
        Duration doubled = attempt > 5 ? LONGEST : FIRST.multipliedBy(1L << (attempt - 1));
        long most = Durations.nanoseconds(Durations.shorter(Durations.shorter(doubled, LONGEST), longest));
        // Less a random part, so that clients which failed together do not come back together.
        return Optional.of(Duration.ofNanos((long) (most * (1 - ThreadLocalRandom.current().nextDouble() / 4))));
    }

    /** The seconds that {@code Retry-After} asks for; nothing where it is absent or cannot be read. */
    static Optional<Double> after(Map<String, String> headers) {
        OptionalDouble seconds = RetryAfter.seconds(headers.get("retry-after"), Instant.now());
        return seconds.isPresent() ? Optional.of(seconds.getAsDouble()) : Optional.empty();
    }
}

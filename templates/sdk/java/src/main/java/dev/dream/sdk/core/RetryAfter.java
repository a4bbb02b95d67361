package dev.dream.sdk.core;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How long a server asks to be left alone. */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final double NANOSECONDS = 1e9;

    private RetryAfter() {}

    /**
     * Reads a {@code Retry-After}: decimal digits, with a fraction perhaps, or a date in one of the three forms that HTTP
     * has.
     *
     * @param header what it says; {@code null} where there is none
     * @param now what a date is held against
     * @return seconds, 0 for a date that has passed; empty where it is absent or cannot be read
     */
    public static OptionalDouble seconds(String header, Instant now) {
        if (header == null) return OptionalDouble.empty();
        String text = header.strip();
        if (SECONDS.matcher(text).matches()) return OptionalDouble.of(Double.parseDouble(text));
        Instant date = HttpDates.read(text, now).orElse(null);
        return date == null ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, between(now, date)));
    }

    private static double between(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        return time.getSeconds() + time.getNano() / NANOSECONDS;
    }
}

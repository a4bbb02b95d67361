package dev.dream.sdk.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Instants as RFC 3339 has them in UTC, with three digits of a second, or as many more as are needed. */
final class JsonInstants {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
        .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NEVER)
        .appendPattern("-MM-dd'T'HH:mm:ss")
        .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
        .appendLiteral('Z')
        .toFormatter(Locale.ROOT)
        .withZone(ZoneOffset.UTC);

    private JsonInstants() {}

    static String write(Instant instant) {
        try {
            if (instant.atOffset(ZoneOffset.UTC).getYear() >= 0) return FORMAT.format(instant);
        } catch (DateTimeException cause) {
            // Below, as for years before the first.
        }
        throw new JsonException("An instant is outside of the years 0 to 9999");
    }
}

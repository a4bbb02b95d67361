package dev.dream.sdk.flags.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments, in milliseconds since 1970. */
public final class Moments {

    private static final Pattern WRITTEN = Pattern.compile(
        "(\\d{4})-(\\d\\d)-(\\d\\d)" +
            "(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?(?:Z|([+-])(\\d\\d):(\\d\\d)))?"
    );

    private Moments() {}

    /** From {@code after}, inclusive, to {@code before}, exclusive. What is no moment (NaN) lies nowhere. */
    record Span(double after, double before) {
        boolean holds(double moment) {
            return moment >= after && moment < before;
        }
    }

    static Span spanIn(Map<?, ?> source) {
        return new Span(Fields.lowerIn(source, "after"), Fields.upperIn(source, "before"));
    }

    /** Of milliseconds since 1970, a day or moment as text, or a moment of the language. */
    static ValueCheck compileDate(Map<?, ?> source) {
        Span span = spanIn(source);
        return value -> {
            if (value instanceof Number number) return span.holds(number.doubleValue());
            if (value instanceof String text) return span.holds(of(text));
            Instant instant = instantOf(value);
            return instant != null && span.holds(millisecondsOf(instant));
        };
    }

    /**
     * A moment of the language.
     *
     * @param value of whatever type
     * @return null where it is none
     */
    public static Instant instantOf(Object value) {
        if (value instanceof Instant instant) return instant;
        if (value instanceof Date date) return Instant.ofEpochMilli(date.getTime());
        if (value instanceof OffsetDateTime moment) return moment.toInstant();
        return value instanceof ZonedDateTime moment ? moment.toInstant() : null;
    }

    private static double millisecondsOf(Instant instant) {
        return instant.getEpochSecond() * 1000.0 + instant.getNano() / 1_000_000;
    }

    /**
     * A day or a moment as it is written: {@code 2027-01-31} or {@code 2027-01-31T09:00:00.5Z}, with an offset or
     * {@code Z}. What is finer than a millisecond is cut off. Not {@code Instant.parse}: what that accepts beyond this
     * differs between languages.
     *
     * @param text as written
     * @return milliseconds since 1970; NaN for anything else
     */
    public static double of(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) return Double.NaN;
        int year = number(parts, 1);
        int month = number(parts, 2);
        int day = number(parts, 3);
        int hour = number(parts, 4);
        int minute = number(parts, 5);
        int second = number(parts, 6);
        int offsetHour = number(parts, 9);
        int offsetMinute = number(parts, 10);
        boolean isTime = hour < 24 && minute < 60 && second < 60 && offsetHour < 24 && offsetMinute < 60;
        if (!isTime || month < 1 || month > 12) return Double.NaN;
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) return Double.NaN;
        int ahead = offsetHour * 60 + offsetMinute;
        int offset = "-".equals(parts.group(8)) ? -ahead : ahead;
        long minutes = LocalDate.of(year, month, day).toEpochDay() * 1440 + hour * 60 + minute - offset;
        return (minutes * 60 + second) * 1000.0 + thousandths(parts.group(7));
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int thousandths(String decimals) {
        return decimals == null ? 0 : Integer.parseInt((decimals + "00").substring(0, 3));
    }
}

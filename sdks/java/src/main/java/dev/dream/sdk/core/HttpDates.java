package dev.dream.sdk.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of HTTP, in the three forms that RFC 9110 has. */
final class HttpDates {

    private static final List<String> MONTHS = List.of(
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec"
    );
    private static final String MONTH = "(?<month>" + String.join("|", MONTHS) + ")";
    private static final String DAY = "(?<day>[0-9]{2})";
    private static final String TIME = "(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})";
    private static final String WEEKDAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";

    /** As it is written now, by older servers, and by C. */
    private static final List<Pattern> FORMS = List.of(
        Pattern.compile(WEEKDAY + ", " + DAY + " " + MONTH + " (?<year>[0-9]{4}) " + TIME + " GMT"),
        Pattern.compile(
            "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, " + DAY + "-" + MONTH + "-(?<year>[0-9]{2}) " + TIME + " GMT"
        ),
        Pattern.compile(WEEKDAY + " " + MONTH + " (?<day>[0-9]{2}| [0-9]) " + TIME + " (?<year>[0-9]{4})")
    );

    /** How far in the future a year of two digits may be. */
    private static final int YEARS_AHEAD = 50;

    private HttpDates() {}

    /** Nothing for what has no such form, and for a day or a time of day that does not exist. */
    static Optional<Instant> read(String text, Instant now) {
        for (Pattern form : FORMS) {
            Matcher date = form.matcher(text);
            if (date.matches()) return instant(date, now);
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(Matcher date, Instant now) {
        try {
            LocalDateTime time = LocalDateTime.of(
                year(date.group("year"), now),
                MONTHS.indexOf(date.group("month")) + 1,
                number(date, "day"),
                number(date, "hour"),
                number(date, "minute"),
                number(date, "second")
            );
            return Optional.of(time.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException doesNotExist) {
            return Optional.empty();
        }
    }

    private static int year(String digits, Instant now) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) return year;
        int thisYear = now.atOffset(ZoneOffset.UTC).getYear();
        int ofThisCentury = thisYear - (thisYear % 100) + year;
        return ofThisCentury > thisYear + YEARS_AHEAD ? ofThisCentury - 100 : ofThisCentury;
    }

    private static int number(Matcher date, String part) {
        return Integer.parseInt(date.group(part).strip());
    }
}

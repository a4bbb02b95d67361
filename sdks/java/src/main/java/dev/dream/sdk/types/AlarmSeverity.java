// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class AlarmSeverity extends OpenChoice {

    /** {@code info} */
    public static final AlarmSeverity INFO = new AlarmSeverity("info", true);
    /** {@code low} */
    public static final AlarmSeverity LOW = new AlarmSeverity("low", true);
    /** {@code medium} */
    public static final AlarmSeverity MEDIUM = new AlarmSeverity("medium", true);
    /** {@code high} */
    public static final AlarmSeverity HIGH = new AlarmSeverity("high", true);
    /** {@code critical} */
    public static final AlarmSeverity CRITICAL = new AlarmSeverity("critical", true);
    private static final List<AlarmSeverity> KNOWN = List.of(INFO, LOW, MEDIUM, HIGH, CRITICAL);

    private AlarmSeverity(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static AlarmSeverity of(String value) {
        return among(KNOWN, new AlarmSeverity(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static AlarmSeverity fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<AlarmSeverity> known() {
        return KNOWN;
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import dev.dream.sdk.core.Decoders;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class AlarmSeverity extends OpenChoice {

    /** {@code info} */
    public static final AlarmSeverity INFO = new AlarmSeverity("info");
    /** {@code low} */
    public static final AlarmSeverity LOW = new AlarmSeverity("low");
    /** {@code medium} */
    public static final AlarmSeverity MEDIUM = new AlarmSeverity("medium");
    /** {@code high} */
    public static final AlarmSeverity HIGH = new AlarmSeverity("high");
    /** {@code critical} */
    public static final AlarmSeverity CRITICAL = new AlarmSeverity("critical");
    private static final List<AlarmSeverity> KNOWN = List.of(INFO, LOW, MEDIUM, HIGH, CRITICAL);

    private AlarmSeverity(String value) {
        super(value);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static AlarmSeverity of(String value) {
        for (AlarmSeverity known : KNOWN) {
            if (known.value().equals(value)) return known;
        }
        return new AlarmSeverity(value);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static AlarmSeverity fromJson(Object json) {
        return of(Decoders.TEXT.decode(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<AlarmSeverity> known() {
        return KNOWN;
    }

    /**
     * Whether this SDK knows it.
     *
     * @return false for one that came after this SDK was made
     */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import dev.dream.sdk.core.Decoders;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class AlertSeverity extends OpenChoice {

    /** {@code info} */
    public static final AlertSeverity INFO = new AlertSeverity("info");
    /** {@code low} */
    public static final AlertSeverity LOW = new AlertSeverity("low");
    /** {@code medium} */
    public static final AlertSeverity MEDIUM = new AlertSeverity("medium");
    /** {@code high} */
    public static final AlertSeverity HIGH = new AlertSeverity("high");
    /** {@code critical} */
    public static final AlertSeverity CRITICAL = new AlertSeverity("critical");
    private static final List<AlertSeverity> KNOWN = List.of(INFO, LOW, MEDIUM, HIGH, CRITICAL);

    private AlertSeverity(String value) {
        super(value);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static AlertSeverity of(String value) {
        for (AlertSeverity known : KNOWN) {
            if (known.value().equals(value)) return known;
        }
        return new AlertSeverity(value);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static AlertSeverity fromJson(Object json) {
        return of(Decoders.TEXT.decode(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<AlertSeverity> known() {
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

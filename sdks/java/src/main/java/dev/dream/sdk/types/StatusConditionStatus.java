// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class StatusConditionStatus extends OpenChoice {

    /** {@code true} */
    public static final StatusConditionStatus TRUE = new StatusConditionStatus("true", true);
    /** {@code false} */
    public static final StatusConditionStatus FALSE = new StatusConditionStatus("false", true);
    /** {@code unknown} */
    public static final StatusConditionStatus UNKNOWN = new StatusConditionStatus("unknown", true);
    private static final List<StatusConditionStatus> KNOWN = List.of(TRUE, FALSE, UNKNOWN);

    private StatusConditionStatus(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static StatusConditionStatus of(String value) {
        return among(KNOWN, new StatusConditionStatus(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static StatusConditionStatus fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<StatusConditionStatus> known() {
        return KNOWN;
    }
}

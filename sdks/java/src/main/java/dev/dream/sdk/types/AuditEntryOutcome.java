// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class AuditEntryOutcome extends OpenChoice {

    /** {@code success} */
    public static final AuditEntryOutcome SUCCESS = new AuditEntryOutcome("success", true);
    /** {@code failure} */
    public static final AuditEntryOutcome FAILURE = new AuditEntryOutcome("failure", true);
    /** {@code denied} */
    public static final AuditEntryOutcome DENIED = new AuditEntryOutcome("denied", true);
    private static final List<AuditEntryOutcome> KNOWN = List.of(SUCCESS, FAILURE, DENIED);

    private AuditEntryOutcome(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static AuditEntryOutcome of(String value) {
        return among(KNOWN, new AuditEntryOutcome(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static AuditEntryOutcome fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<AuditEntryOutcome> known() {
        return KNOWN;
    }
}

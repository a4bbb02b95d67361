// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class ConflictReason extends OpenChoice {

    /** {@code owned-by-api} */
    public static final ConflictReason OWNED_BY_API = new ConflictReason("owned-by-api", true);
    /** {@code moved-since-plan} */
    public static final ConflictReason MOVED_SINCE_PLAN = new ConflictReason("moved-since-plan", true);
    private static final List<ConflictReason> KNOWN = List.of(OWNED_BY_API, MOVED_SINCE_PLAN);

    private ConflictReason(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static ConflictReason of(String value) {
        return among(KNOWN, new ConflictReason(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static ConflictReason fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<ConflictReason> known() {
        return KNOWN;
    }
}

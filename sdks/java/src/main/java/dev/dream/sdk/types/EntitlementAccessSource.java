// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class EntitlementAccessSource extends OpenChoice {

    /** {@code plan} */
    public static final EntitlementAccessSource PLAN = new EntitlementAccessSource("plan", true);
    /** {@code override} */
    public static final EntitlementAccessSource OVERRIDE = new EntitlementAccessSource("override", true);
    private static final List<EntitlementAccessSource> KNOWN = List.of(PLAN, OVERRIDE);

    private EntitlementAccessSource(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static EntitlementAccessSource of(String value) {
        return among(KNOWN, new EntitlementAccessSource(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static EntitlementAccessSource fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<EntitlementAccessSource> known() {
        return KNOWN;
    }
}

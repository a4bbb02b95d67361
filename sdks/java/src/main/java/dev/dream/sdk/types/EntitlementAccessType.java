// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class EntitlementAccessType extends OpenChoice {

    /** {@code switch} */
    public static final EntitlementAccessType SWITCH = new EntitlementAccessType("switch", true);
    /** {@code quantity} */
    public static final EntitlementAccessType QUANTITY = new EntitlementAccessType("quantity", true);
    /** {@code range} */
    public static final EntitlementAccessType RANGE = new EntitlementAccessType("range", true);
    /** {@code custom} */
    public static final EntitlementAccessType CUSTOM = new EntitlementAccessType("custom", true);
    /** {@code unknown} */
    public static final EntitlementAccessType UNKNOWN = new EntitlementAccessType("unknown", true);
    private static final List<EntitlementAccessType> KNOWN = List.of(SWITCH, QUANTITY, RANGE, CUSTOM, UNKNOWN);

    private EntitlementAccessType(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static EntitlementAccessType of(String value) {
        return among(KNOWN, new EntitlementAccessType(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static EntitlementAccessType fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<EntitlementAccessType> known() {
        return KNOWN;
    }
}

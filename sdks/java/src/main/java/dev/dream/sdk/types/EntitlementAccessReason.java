// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class EntitlementAccessReason extends OpenChoice {

    /** {@code plan_restriction} */
    public static final EntitlementAccessReason PLAN_RESTRICTION = new EntitlementAccessReason(
        "plan_restriction",
        true
    );
    /** {@code override} */
    public static final EntitlementAccessReason OVERRIDE = new EntitlementAccessReason("override", true);
    /** {@code unknown_entitlement} */
    public static final EntitlementAccessReason UNKNOWN_ENTITLEMENT = new EntitlementAccessReason(
        "unknown_entitlement",
        true
    );
    private static final List<EntitlementAccessReason> KNOWN = List.of(PLAN_RESTRICTION, OVERRIDE, UNKNOWN_ENTITLEMENT);

    private EntitlementAccessReason(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static EntitlementAccessReason of(String value) {
        return among(KNOWN, new EntitlementAccessReason(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static EntitlementAccessReason fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<EntitlementAccessReason> known() {
        return KNOWN;
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import dev.dream.sdk.core.Decoders;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class EntitlementAccessReason extends OpenChoice {

    /** {@code plan_restriction} */
    public static final EntitlementAccessReason PLAN_RESTRICTION = new EntitlementAccessReason("plan_restriction");
    /** {@code override} */
    public static final EntitlementAccessReason OVERRIDE = new EntitlementAccessReason("override");
    /** {@code unknown_entitlement} */
    public static final EntitlementAccessReason UNKNOWN_ENTITLEMENT = new EntitlementAccessReason(
        "unknown_entitlement"
    );
    private static final List<EntitlementAccessReason> KNOWN = List.of(PLAN_RESTRICTION, OVERRIDE, UNKNOWN_ENTITLEMENT);

    private EntitlementAccessReason(String value) {
        super(value);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static EntitlementAccessReason of(String value) {
        for (EntitlementAccessReason known : KNOWN) {
            if (known.value().equals(value)) return known;
        }
        return new EntitlementAccessReason(value);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static EntitlementAccessReason fromJson(Object json) {
        return of(Decoders.TEXT.decode(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<EntitlementAccessReason> known() {
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

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class EntitlementAccessWhenExceeded extends OpenChoice {

    /** {@code refuse} */
    public static final EntitlementAccessWhenExceeded REFUSE = new EntitlementAccessWhenExceeded("refuse", true);
    /** {@code allow} */
    public static final EntitlementAccessWhenExceeded ALLOW = new EntitlementAccessWhenExceeded("allow", true);
    /** {@code bill} */
    public static final EntitlementAccessWhenExceeded BILL = new EntitlementAccessWhenExceeded("bill", true);
    private static final List<EntitlementAccessWhenExceeded> KNOWN = List.of(REFUSE, ALLOW, BILL);

    private EntitlementAccessWhenExceeded(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static EntitlementAccessWhenExceeded of(String value) {
        return among(KNOWN, new EntitlementAccessWhenExceeded(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static EntitlementAccessWhenExceeded fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<EntitlementAccessWhenExceeded> known() {
        return KNOWN;
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class PublicPlanTax extends OpenChoice {

    /** {@code added} */
    public static final PublicPlanTax ADDED = new PublicPlanTax("added", true);
    /** {@code included} */
    public static final PublicPlanTax INCLUDED = new PublicPlanTax("included", true);
    private static final List<PublicPlanTax> KNOWN = List.of(ADDED, INCLUDED);

    private PublicPlanTax(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static PublicPlanTax of(String value) {
        return among(KNOWN, new PublicPlanTax(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static PublicPlanTax fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<PublicPlanTax> known() {
        return KNOWN;
    }
}

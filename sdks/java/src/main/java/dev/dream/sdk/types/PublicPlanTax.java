// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import dev.dream.sdk.core.Decoders;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class PublicPlanTax extends OpenChoice {

    /** {@code added} */
    public static final PublicPlanTax ADDED = new PublicPlanTax("added");
    /** {@code included} */
    public static final PublicPlanTax INCLUDED = new PublicPlanTax("included");
    private static final List<PublicPlanTax> KNOWN = List.of(ADDED, INCLUDED);

    private PublicPlanTax(String value) {
        super(value);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static PublicPlanTax of(String value) {
        for (PublicPlanTax known : KNOWN) {
            if (known.value().equals(value)) return known;
        }
        return new PublicPlanTax(value);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static PublicPlanTax fromJson(Object json) {
        return of(Decoders.TEXT.decode(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<PublicPlanTax> known() {
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

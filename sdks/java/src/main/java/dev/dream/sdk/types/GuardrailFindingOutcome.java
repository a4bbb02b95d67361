// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import dev.dream.sdk.core.Decoders;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class GuardrailFindingOutcome extends OpenChoice {

    /** {@code refused} */
    public static final GuardrailFindingOutcome REFUSED = new GuardrailFindingOutcome("refused");
    /** {@code needs-approval} */
    public static final GuardrailFindingOutcome NEEDS_APPROVAL = new GuardrailFindingOutcome("needs-approval");
    /** {@code allowed} */
    public static final GuardrailFindingOutcome ALLOWED = new GuardrailFindingOutcome("allowed");
    /** {@code approved} */
    public static final GuardrailFindingOutcome APPROVED = new GuardrailFindingOutcome("approved");
    private static final List<GuardrailFindingOutcome> KNOWN = List.of(REFUSED, NEEDS_APPROVAL, ALLOWED, APPROVED);

    private GuardrailFindingOutcome(String value) {
        super(value);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static GuardrailFindingOutcome of(String value) {
        for (GuardrailFindingOutcome known : KNOWN) {
            if (known.value().equals(value)) return known;
        }
        return new GuardrailFindingOutcome(value);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static GuardrailFindingOutcome fromJson(Object json) {
        return of(Decoders.TEXT.decode(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<GuardrailFindingOutcome> known() {
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

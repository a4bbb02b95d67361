// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class GuardrailFindingOutcome extends OpenChoice {

    /** {@code refused} */
    public static final GuardrailFindingOutcome REFUSED = new GuardrailFindingOutcome("refused", true);
    /** {@code needs-approval} */
    public static final GuardrailFindingOutcome NEEDS_APPROVAL = new GuardrailFindingOutcome("needs-approval", true);
    /** {@code allowed} */
    public static final GuardrailFindingOutcome ALLOWED = new GuardrailFindingOutcome("allowed", true);
    /** {@code approved} */
    public static final GuardrailFindingOutcome APPROVED = new GuardrailFindingOutcome("approved", true);
    private static final List<GuardrailFindingOutcome> KNOWN = List.of(REFUSED, NEEDS_APPROVAL, ALLOWED, APPROVED);

    private GuardrailFindingOutcome(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static GuardrailFindingOutcome of(String value) {
        return among(KNOWN, new GuardrailFindingOutcome(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static GuardrailFindingOutcome fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<GuardrailFindingOutcome> known() {
        return KNOWN;
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class AlertActionOutcome extends OpenChoice {

    /** {@code done} */
    public static final AlertActionOutcome DONE = new AlertActionOutcome("done", true);
    /** {@code handed-on} */
    public static final AlertActionOutcome HANDED_ON = new AlertActionOutcome("handed-on", true);
    /** {@code impossible} */
    public static final AlertActionOutcome IMPOSSIBLE = new AlertActionOutcome("impossible", true);
    private static final List<AlertActionOutcome> KNOWN = List.of(DONE, HANDED_ON, IMPOSSIBLE);

    private AlertActionOutcome(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static AlertActionOutcome of(String value) {
        return among(KNOWN, new AlertActionOutcome(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static AlertActionOutcome fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<AlertActionOutcome> known() {
        return KNOWN;
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class AlarmActionDoes extends OpenChoice {

    /** {@code webhook} */
    public static final AlarmActionDoes WEBHOOK = new AlarmActionDoes("webhook", true);
    /** {@code workflow} */
    public static final AlarmActionDoes WORKFLOW = new AlarmActionDoes("workflow", true);
    /** {@code event} */
    public static final AlarmActionDoes EVENT = new AlarmActionDoes("event", true);
    private static final List<AlarmActionDoes> KNOWN = List.of(WEBHOOK, WORKFLOW, EVENT);

    private AlarmActionDoes(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static AlarmActionDoes of(String value) {
        return among(KNOWN, new AlarmActionDoes(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static AlarmActionDoes fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<AlarmActionDoes> known() {
        return KNOWN;
    }
}

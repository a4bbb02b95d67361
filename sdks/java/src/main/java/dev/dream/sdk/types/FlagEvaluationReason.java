// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class FlagEvaluationReason extends OpenChoice {

    /** {@code STATIC} */
    public static final FlagEvaluationReason STATIC = new FlagEvaluationReason("STATIC", true);
    /** {@code DEFAULT} */
    public static final FlagEvaluationReason DEFAULT = new FlagEvaluationReason("DEFAULT", true);
    /** {@code TARGETING_MATCH} */
    public static final FlagEvaluationReason TARGETING_MATCH = new FlagEvaluationReason("TARGETING_MATCH", true);
    /** {@code SPLIT} */
    public static final FlagEvaluationReason SPLIT = new FlagEvaluationReason("SPLIT", true);
    /** {@code DISABLED} */
    public static final FlagEvaluationReason DISABLED = new FlagEvaluationReason("DISABLED", true);
    /** {@code plan_restriction} */
    public static final FlagEvaluationReason PLAN_RESTRICTION = new FlagEvaluationReason("plan_restriction", true);
    /** {@code ERROR} */
    public static final FlagEvaluationReason ERROR = new FlagEvaluationReason("ERROR", true);
    private static final List<FlagEvaluationReason> KNOWN = List.of(
        STATIC,
        DEFAULT,
        TARGETING_MATCH,
        SPLIT,
        DISABLED,
        PLAN_RESTRICTION,
        ERROR
    );

    private FlagEvaluationReason(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static FlagEvaluationReason of(String value) {
        return among(KNOWN, new FlagEvaluationReason(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static FlagEvaluationReason fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<FlagEvaluationReason> known() {
        return KNOWN;
    }
}

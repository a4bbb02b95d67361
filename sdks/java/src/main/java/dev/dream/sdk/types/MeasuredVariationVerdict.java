// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class MeasuredVariationVerdict extends OpenChoice {

    /** {@code control} */
    public static final MeasuredVariationVerdict CONTROL = new MeasuredVariationVerdict("control", true);
    /** {@code better} */
    public static final MeasuredVariationVerdict BETTER = new MeasuredVariationVerdict("better", true);
    /** {@code worse} */
    public static final MeasuredVariationVerdict WORSE = new MeasuredVariationVerdict("worse", true);
    /** {@code undecided} */
    public static final MeasuredVariationVerdict UNDECIDED = new MeasuredVariationVerdict("undecided", true);
    private static final List<MeasuredVariationVerdict> KNOWN = List.of(CONTROL, BETTER, WORSE, UNDECIDED);

    private MeasuredVariationVerdict(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static MeasuredVariationVerdict of(String value) {
        return among(KNOWN, new MeasuredVariationVerdict(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static MeasuredVariationVerdict fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<MeasuredVariationVerdict> known() {
        return KNOWN;
    }
}

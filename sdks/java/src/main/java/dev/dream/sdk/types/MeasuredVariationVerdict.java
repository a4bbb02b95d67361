// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import dev.dream.sdk.core.Decoders;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class MeasuredVariationVerdict extends OpenChoice {

    /** {@code control} */
    public static final MeasuredVariationVerdict CONTROL = new MeasuredVariationVerdict("control");
    /** {@code better} */
    public static final MeasuredVariationVerdict BETTER = new MeasuredVariationVerdict("better");
    /** {@code worse} */
    public static final MeasuredVariationVerdict WORSE = new MeasuredVariationVerdict("worse");
    /** {@code undecided} */
    public static final MeasuredVariationVerdict UNDECIDED = new MeasuredVariationVerdict("undecided");
    private static final List<MeasuredVariationVerdict> KNOWN = List.of(CONTROL, BETTER, WORSE, UNDECIDED);

    private MeasuredVariationVerdict(String value) {
        super(value);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static MeasuredVariationVerdict of(String value) {
        for (MeasuredVariationVerdict known : KNOWN) {
            if (known.value().equals(value)) return known;
        }
        return new MeasuredVariationVerdict(value);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static MeasuredVariationVerdict fromJson(Object json) {
        return of(Decoders.TEXT.decode(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<MeasuredVariationVerdict> known() {
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

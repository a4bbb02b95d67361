// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Optional;

/** What the server answers with as {@code MeasuredVariation}. */
public final class MeasuredVariation extends Model {

    private MeasuredVariation(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static MeasuredVariation fromJson(Object json) {
        return new MeasuredVariation(json);
    }

    /**
     * The field {@code variation}.
     *
     * @return {@code variation}
     */
    public String variation() {
        return text("variation");
    }

    /**
     * The field {@code units}.
     *
     * @return {@code units}
     */
    public long units() {
        return integer("units");
    }

    /**
     * The field {@code mean}.
     *
     * @return {@code mean}
     */
    public double mean() {
        return number("mean");
    }

    /**
     * The field {@code deviation}.
     *
     * @return {@code deviation}
     */
    public double deviation() {
        return number("deviation");
    }

    /**
     * The field {@code comparison}.
     *
     * @return {@code comparison}; empty where there is none
     */
    public Optional<Comparison> comparison() {
        return optionalObject("comparison", TypeDecoders.comparison());
    }

    /**
     * The field {@code verdict}.
     *
     * @return {@code verdict}
     */
    public MeasuredVariationVerdict verdict() {
        return object("verdict", TypeDecoders.measuredVariationVerdict());
    }

    /**
     * The field {@code once}.
     *
     * @return {@code once}; empty where there is none
     */
    public Optional<TestsForOneLook> once() {
        return optionalObject("once", TypeDecoders.testsForOneLook());
    }
}

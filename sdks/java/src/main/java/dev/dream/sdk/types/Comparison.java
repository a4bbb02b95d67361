// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Optional;

/**
 * Against the control. Holds however often it is looked at: an asymptotic confidence sequence. {@code correctedPValue}
 * is Holm’s, over all metrics and variations.
 */
public final class Comparison extends Model {

    private Comparison(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Comparison fromJson(Object json) {
        return new Comparison(json);
    }

    /**
     * The field {@code difference}.
     *
     * @return {@code difference}
     */
    public double difference() {
        return number("difference");
    }

    /**
     * The field {@code interval}.
     *
     * @return {@code interval}
     */
    public Interval interval() {
        return object("interval", TypeDecoders.interval());
    }

    /**
     * The field {@code lift}.
     *
     * @return {@code lift}; empty where there is none
     */
    public Optional<Double> lift() {
        return optionalNumber("lift");
    }

    /**
     * Null: it has no bounds, as the mean of the control may itself be 0.
     *
     * @return {@code liftInterval}; empty where there is none
     */
    public Optional<Interval> liftInterval() {
        return optionalObject("liftInterval", TypeDecoders.interval());
    }

    /**
     * The field {@code pValue}.
     *
     * @return {@code pValue}
     */
    public double pValue() {
        return number("pValue");
    }

    /**
     * The field {@code correctedPValue}.
     *
     * @return {@code correctedPValue}
     */
    public double correctedPValue() {
        return number("correctedPValue");
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Optional;

/** What the server answers with as {@code WelchTest}. */
public final class WelchTest extends Model {

    private WelchTest(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static WelchTest fromJson(Object json) {
        return new WelchTest(json);
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
}

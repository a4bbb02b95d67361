// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Optional;

/** What the server answers with as {@code ChiSquareTest}. */
public final class ChiSquareTest extends Model {

    private ChiSquareTest(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ChiSquareTest fromJson(Object json) {
        return new ChiSquareTest(json);
    }

    /**
     * Null: beyond all bounds.
     *
     * @return {@code statistic}; empty where there is none
     */
    public Optional<Double> statistic() {
        return optionalNumber("statistic");
    }

    /**
     * The field {@code degrees}.
     *
     * @return {@code degrees}
     */
    public long degrees() {
        return integer("degrees");
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

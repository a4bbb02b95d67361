// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Optional;

/**
 * Whether units are divided as the rollout says. A mismatch (p &#60; 0.001, where five or more were expected of each)
 * means that something is lost on the way: trust no metric. Null: rollouts of the flag deal differently, or nobody was
 * exposed.
 */
public final class SampleRatio extends Model {

    private SampleRatio(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static SampleRatio fromJson(Object json) {
        return new SampleRatio(json);
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

    /**
     * The field {@code mismatch}.
     *
     * @return {@code mismatch}
     */
    public boolean mismatch() {
        return bool("mismatch");
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/**
 * With {@code inExperiment}: what was dealt, for a report of the exposure once it is seen. Never of a sensitive
 * attribute.
 */
public final class EvaluationExposure extends Model {

    private EvaluationExposure(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static EvaluationExposure fromJson(Object json) {
        return new EvaluationExposure(json);
    }

    /**
     * The field {@code by}.
     *
     * @return {@code by}
     */
    public String by() {
        return text("by");
    }

    /**
     * The field {@code unit}.
     *
     * @return {@code unit}
     */
    public String unit() {
        return text("unit");
    }
}

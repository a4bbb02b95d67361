// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;
import java.util.Optional;

/** What the server answers with as {@code VariationUsage}. */
public final class VariationUsage extends Model {

    private VariationUsage(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static VariationUsage fromJson(Object json) {
        return new VariationUsage(json);
    }

    /**
     * Null: the default given in code.
     *
     * @return {@code variation}; empty where there is none
     */
    public Optional<String> variation() {
        return optionalText("variation");
    }

    /**
     * The field {@code evaluations}.
     *
     * @return {@code evaluations}
     */
    public long evaluations() {
        return integer("evaluations");
    }

    /**
     * The field {@code lastEvaluated}.
     *
     * @return {@code lastEvaluated}
     */
    public Instant lastEvaluated() {
        return instant("lastEvaluated");
    }
}

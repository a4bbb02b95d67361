// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Optional;

/** What the server answers with as {@code VariationUnits}. */
public final class VariationUnits extends Model {

    private VariationUnits(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static VariationUnits fromJson(Object json) {
        return new VariationUnits(json);
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
     * The field {@code expectedShare}.
     *
     * @return {@code expectedShare}; empty where there is none
     */
    public Optional<Double> expectedShare() {
        return optionalNumber("expectedShare");
    }
}

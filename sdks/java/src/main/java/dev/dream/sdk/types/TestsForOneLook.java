// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Optional;

/** The same by tests that hold for one look alone, at a moment settled beforehand. */
public final class TestsForOneLook extends Model {

    private TestsForOneLook(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static TestsForOneLook fromJson(Object json) {
        return new TestsForOneLook(json);
    }

    /**
     * The field {@code welch}.
     *
     * @return {@code welch}; empty where there is none
     */
    public Optional<WelchTest> welch() {
        return optionalObject("welch", TypeDecoders.welchTest());
    }

    /**
     * The field {@code chiSquare}.
     *
     * @return {@code chiSquare}; empty where there is none
     */
    public Optional<ChiSquareTest> chiSquare() {
        return optionalObject("chiSquare", TypeDecoders.chiSquareTest());
    }
}

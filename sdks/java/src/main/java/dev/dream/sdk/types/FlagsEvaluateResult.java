// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Map;

/** What the server answers with as {@code FlagsEvaluateResult}. */
public final class FlagsEvaluateResult extends Model {

    private FlagsEvaluateResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static FlagsEvaluateResult fromJson(Object json) {
        return new FlagsEvaluateResult(json);
    }

    /**
     * Of what is in force; {@code changed} of the stream names it.
     *
     * @return {@code version}
     */
    public String version() {
        return text("version");
    }

    /**
     * By key.
     *
     * @return {@code flags}
     */
    public Map<String, FlagEvaluation> flags() {
        return map("flags", TypeDecoders.flagEvaluation());
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.util.List;
import java.util.Map;

/** What the server answers with as {@code ImpactTotal}. */
public final class ImpactTotal extends Model {

    private ImpactTotal(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ImpactTotal fromJson(Object json) {
        return new ImpactTotal(json);
    }

    /**
     * The field {@code figures}.
     *
     * @return {@code figures}
     */
    public Map<String, Long> figures() {
        return map("figures", Decoders.INTEGER);
    }

    /**
     * The field {@code unknownFigures}.
     *
     * @return {@code unknownFigures}
     */
    public List<String> unknownFigures() {
        return list("unknownFigures", Decoders.TEXT);
    }
}

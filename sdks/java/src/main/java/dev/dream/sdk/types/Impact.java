// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the server answers with as {@code Impact}. */
public final class Impact extends Model {

    private Impact(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Impact fromJson(Object json) {
        return new Impact(json);
    }

    /**
     * The field {@code status}.
     *
     * @return {@code status}
     */
    public ImpactStatus status() {
        return object("status", TypeDecoders.impactStatus());
    }

    /**
     * The field {@code reason}.
     *
     * @return {@code reason}
     */
    public String reason() {
        return text("reason");
    }

    /**
     * The field {@code figures}.
     *
     * @return {@code figures}; empty where there is none
     */
    public Optional<Map<String, Long>> figures() {
        return optionalMap("figures", Decoders.INTEGER);
    }

    /**
     * The field {@code unknownFigures}.
     *
     * @return {@code unknownFigures}; empty where there is none
     */
    public Optional<List<String>> unknownFigures() {
        return optionalList("unknownFigures", Decoders.TEXT);
    }

    /**
     * The field {@code unknownReasons}.
     *
     * @return {@code unknownReasons}; empty where there is none
     */
    public Optional<List<String>> unknownReasons() {
        return optionalList("unknownReasons", Decoders.TEXT);
    }

    /**
     * The field {@code effects}.
     *
     * @return {@code effects}; empty where there is none
     */
    public Optional<List<Effect>> effects() {
        return optionalList("effects", TypeDecoders.effect());
    }

    /**
     * The field {@code affectedHash}.
     *
     * @return {@code affectedHash}; empty where there is none
     */
    public Optional<String> affectedHash() {
        return optionalText("affectedHash");
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;

/** What the server answers with as {@code Effect}. */
public final class Effect extends Model {

    private Effect(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Effect fromJson(Object json) {
        return new Effect(json);
    }

    /**
     * The field {@code figure}.
     *
     * @return {@code figure}
     */
    public String figure() {
        return text("figure");
    }

    /**
     * The field {@code text}.
     *
     * @return {@code text}
     */
    public String text() {
        return text("text");
    }

    /**
     * The field {@code count}.
     *
     * @return {@code count}
     */
    public long count() {
        return integer("count");
    }

    /**
     * The field {@code affected}.
     *
     * @return {@code affected}
     */
    public List<Affected> affected() {
        return list("affected", TypeDecoders.affected());
    }
}

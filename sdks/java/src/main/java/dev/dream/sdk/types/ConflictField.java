// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code ConflictField}. */
public final class ConflictField extends Model {

    private ConflictField(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ConflictField fromJson(Object json) {
        return new ConflictField(json);
    }

    /**
     * The field {@code path}.
     *
     * @return {@code path}
     */
    public String path() {
        return text("path");
    }

    /**
     * The field {@code live}.
     *
     * @return any JSON; {@code null} where there is none
     */
    public Object live() {
        return json("live");
    }

    /**
     * The field {@code desired}.
     *
     * @return any JSON; {@code null} where there is none
     */
    public Object desired() {
        return json("desired");
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** Whom it was about. Absent: whoever asked. */
public final class DecidedAbout extends Model {

    private DecidedAbout(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static DecidedAbout fromJson(Object json) {
        return new DecidedAbout(json);
    }

    /**
     * The field {@code type}.
     *
     * @return {@code type}
     */
    public String type() {
        return text("type");
    }

    /**
     * The field {@code id}.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }
}

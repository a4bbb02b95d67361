// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code ChangedField}. */
public final class ChangedField extends Model {

    private ChangedField(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ChangedField fromJson(Object json) {
        return new ChangedField(json);
    }

    /**
     * The field {@code path}.
     *
     * @return {@code path}
     */
    public String path() {
        return text("path");
    }
}

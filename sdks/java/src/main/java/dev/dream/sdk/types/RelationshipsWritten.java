// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code RelationshipsWritten}. */
public final class RelationshipsWritten extends Model {

    private RelationshipsWritten(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static RelationshipsWritten fromJson(Object json) {
        return new RelationshipsWritten(json);
    }

    /**
     * The field {@code added}.
     *
     * @return {@code added}
     */
    public long added() {
        return integer("added");
    }

    /**
     * The field {@code removed}.
     *
     * @return {@code removed}
     */
    public long removed() {
        return integer("removed");
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code ChangeSummary}. */
public final class ChangeSummary extends Model {

    private ChangeSummary(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ChangeSummary fromJson(Object json) {
        return new ChangeSummary(json);
    }

    /**
     * The field {@code create}.
     *
     * @return {@code create}
     */
    public long create() {
        return integer("create");
    }

    /**
     * The field {@code update}.
     *
     * @return {@code update}
     */
    public long update() {
        return integer("update");
    }

    /**
     * The field {@code delete}.
     *
     * @return {@code delete}
     */
    public long delete() {
        return integer("delete");
    }

    /**
     * The field {@code rename}.
     *
     * @return {@code rename}
     */
    public long rename() {
        return integer("rename");
    }
}

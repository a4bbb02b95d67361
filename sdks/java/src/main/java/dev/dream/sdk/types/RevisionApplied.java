// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code RevisionApplied}. */
public final class RevisionApplied extends Model {

    private RevisionApplied(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static RevisionApplied fromJson(Object json) {
        return new RevisionApplied(json);
    }

    /**
     * How many resources it changed.
     *
     * @return {@code changes}
     */
    public long changes() {
        return integer("changes");
    }

    /**
     * The field {@code author}.
     *
     * @return {@code author}
     */
    public String author() {
        return text("author");
    }

    /**
     * The field {@code revision}.
     *
     * @return {@code revision}
     */
    public long revision() {
        return integer("revision");
    }
}

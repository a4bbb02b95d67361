// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code ExperimentsObserveResult}. */
public final class ExperimentsObserveResult extends Model {

    private ExperimentsObserveResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ExperimentsObserveResult fromJson(Object json) {
        return new ExperimentsObserveResult(json);
    }

    /**
     * The field {@code accepted}.
     *
     * @return {@code accepted}
     */
    public long accepted() {
        return integer("accepted");
    }

    /**
     * Of flags or variations that are not live, of units that the flag deals nothing to or that are sensitive, too
     * large, too old, or not the sender’s to report.
     *
     * @return {@code dropped}
     */
    public long dropped() {
        return integer("dropped");
    }
}

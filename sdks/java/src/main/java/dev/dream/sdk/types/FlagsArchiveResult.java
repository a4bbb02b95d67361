// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code FlagsArchiveResult}. */
public final class FlagsArchiveResult extends Model {

    private FlagsArchiveResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static FlagsArchiveResult fromJson(Object json) {
        return new FlagsArchiveResult(json);
    }

    /**
     * The field {@code revision}.
     *
     * @return {@code revision}
     */
    public long revision() {
        return integer("revision");
    }

    /**
     * The field {@code changeset}.
     *
     * @return {@code changeset}
     */
    public Changeset changeset() {
        return object("changeset", TypeDecoders.changeset());
    }

    /**
     * The field {@code dryRun}.
     *
     * @return {@code dryRun}
     */
    public boolean dryRun() {
        return bool("dryRun");
    }
}

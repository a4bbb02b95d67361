// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;

/** What the server answers with as {@code Checkpoint}. */
public final class Checkpoint extends Model {

    private Checkpoint(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Checkpoint fromJson(Object json) {
        return new Checkpoint(json);
    }

    /**
     * Sequence of the last entry that it covers.
     *
     * @return {@code size}
     */
    public long size() {
        return integer("size");
    }

    /**
     * The checkpoint itself: a signed note of C2SP.
     *
     * @return {@code note}
     */
    public String note() {
        return text("note");
    }

    /**
     * The field {@code signedAt}.
     *
     * @return {@code signedAt}
     */
    public Instant signedAt() {
        return instant("signedAt");
    }
}

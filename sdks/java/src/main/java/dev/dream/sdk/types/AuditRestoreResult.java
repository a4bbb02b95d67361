// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;

/** What the server answers with as {@code AuditRestoreResult}. */
public final class AuditRestoreResult extends Model {

    private AuditRestoreResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AuditRestoreResult fromJson(Object json) {
        return new AuditRestoreResult(json);
    }

    /**
     * Entries that were given back.
     *
     * @return {@code restored}
     */
    public long restored() {
        return integer("restored");
    }

    /**
     * Entries that were there already. Those that had been given back are so until then.
     *
     * @return {@code present}
     */
    public long present() {
        return integer("present");
    }

    /**
     * The field {@code until}.
     *
     * @return {@code until}
     */
    public Instant until() {
        return instant("until");
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code AuditPersonalEraseResult}. */
public final class AuditPersonalEraseResult extends Model {

    private AuditPersonalEraseResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AuditPersonalEraseResult fromJson(Object json) {
        return new AuditPersonalEraseResult(json);
    }

    /**
     * The field {@code subject}.
     *
     * @return {@code subject}
     */
    public String subject() {
        return text("subject");
    }

    /**
     * Entries that lost their personal part.
     *
     * @return {@code erased}
     */
    public long erased() {
        return integer("erased");
    }
}

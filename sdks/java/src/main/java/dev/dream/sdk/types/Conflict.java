// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;

/** What the server answers with as {@code Conflict}. */
public final class Conflict extends Model {

    private Conflict(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Conflict fromJson(Object json) {
        return new Conflict(json);
    }

    /**
     * The field {@code kind}.
     *
     * @return {@code kind}
     */
    public String kind() {
        return text("kind");
    }

    /**
     * The field {@code key}.
     *
     * @return {@code key}
     */
    public String key() {
        return text("key");
    }

    /**
     * The field {@code reason}.
     *
     * @return {@code reason}
     */
    public ConflictReason reason() {
        return object("reason", TypeDecoders.conflictReason());
    }

    /**
     * The field {@code message}.
     *
     * @return {@code message}
     */
    public String message() {
        return text("message");
    }

    /**
     * The field {@code fields}.
     *
     * @return {@code fields}
     */
    public List<ConflictField> fields() {
        return list("fields", TypeDecoders.conflictField());
    }

    /**
     * Who changed the live side last.
     *
     * @return {@code changedBy}
     */
    public String changedBy() {
        return text("changedBy");
    }

    /**
     * And when.
     *
     * @return {@code changedAt}
     */
    public String changedAt() {
        return text("changedAt");
    }
}

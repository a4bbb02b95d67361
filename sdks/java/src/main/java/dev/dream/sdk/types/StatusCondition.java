// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code StatusCondition}. */
public final class StatusCondition extends Model {

    private StatusCondition(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static StatusCondition fromJson(Object json) {
        return new StatusCondition(json);
    }

    /**
     * The field {@code type}.
     *
     * @return {@code type}
     */
    public String type() {
        return text("type");
    }

    /**
     * The field {@code status}.
     *
     * @return {@code status}
     */
    public StatusConditionStatus status() {
        return object("status", TypeDecoders.statusConditionStatus());
    }

    /**
     * The field {@code reason}.
     *
     * @return {@code reason}
     */
    public String reason() {
        return text("reason");
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
     * The field {@code observedRevision}.
     *
     * @return {@code observedRevision}
     */
    public long observedRevision() {
        return integer("observedRevision");
    }
}

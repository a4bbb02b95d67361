// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class ChangeAction extends OpenChoice {

    /** {@code create} */
    public static final ChangeAction CREATE = new ChangeAction("create", true);
    /** {@code update} */
    public static final ChangeAction UPDATE = new ChangeAction("update", true);
    /** {@code delete} */
    public static final ChangeAction DELETE = new ChangeAction("delete", true);
    /** {@code rename} */
    public static final ChangeAction RENAME = new ChangeAction("rename", true);
    private static final List<ChangeAction> KNOWN = List.of(CREATE, UPDATE, DELETE, RENAME);

    private ChangeAction(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static ChangeAction of(String value) {
        return among(KNOWN, new ChangeAction(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static ChangeAction fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<ChangeAction> known() {
        return KNOWN;
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class RefusalReason extends OpenChoice {

    /** {@code unknown-resource-type} */
    public static final RefusalReason UNKNOWN_RESOURCE_TYPE = new RefusalReason("unknown-resource-type", true);
    /** {@code unknown-action} */
    public static final RefusalReason UNKNOWN_ACTION = new RefusalReason("unknown-action", true);
    /** {@code unknown-scope} */
    public static final RefusalReason UNKNOWN_SCOPE = new RefusalReason("unknown-scope", true);
    /** {@code no-grant} */
    public static final RefusalReason NO_GRANT = new RefusalReason("no-grant", true);
    /** {@code not-covered} */
    public static final RefusalReason NOT_COVERED = new RefusalReason("not-covered", true);
    private static final List<RefusalReason> KNOWN = List.of(
        UNKNOWN_RESOURCE_TYPE,
        UNKNOWN_ACTION,
        UNKNOWN_SCOPE,
        NO_GRANT,
        NOT_COVERED
    );

    private RefusalReason(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static RefusalReason of(String value) {
        return among(KNOWN, new RefusalReason(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static RefusalReason fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<RefusalReason> known() {
        return KNOWN;
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import dev.dream.sdk.core.Decoders;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class RefusalReason extends OpenChoice {

    /** {@code unknown-resource-type} */
    public static final RefusalReason UNKNOWN_RESOURCE_TYPE = new RefusalReason("unknown-resource-type");
    /** {@code unknown-action} */
    public static final RefusalReason UNKNOWN_ACTION = new RefusalReason("unknown-action");
    /** {@code unknown-scope} */
    public static final RefusalReason UNKNOWN_SCOPE = new RefusalReason("unknown-scope");
    /** {@code no-grant} */
    public static final RefusalReason NO_GRANT = new RefusalReason("no-grant");
    /** {@code not-covered} */
    public static final RefusalReason NOT_COVERED = new RefusalReason("not-covered");
    private static final List<RefusalReason> KNOWN = List.of(
        UNKNOWN_RESOURCE_TYPE,
        UNKNOWN_ACTION,
        UNKNOWN_SCOPE,
        NO_GRANT,
        NOT_COVERED
    );

    private RefusalReason(String value) {
        super(value);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static RefusalReason of(String value) {
        for (RefusalReason known : KNOWN) {
            if (known.value().equals(value)) return known;
        }
        return new RefusalReason(value);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static RefusalReason fromJson(Object json) {
        return of(Decoders.TEXT.decode(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<RefusalReason> known() {
        return KNOWN;
    }

    /**
     * Whether this SDK knows it.
     *
     * @return false for one that came after this SDK was made
     */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }
}

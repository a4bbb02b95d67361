// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class RevisionCause extends OpenChoice {

    /** {@code apply} */
    public static final RevisionCause APPLY = new RevisionCause("apply", true);
    /** {@code rollback} */
    public static final RevisionCause ROLLBACK = new RevisionCause("rollback", true);
    /** {@code api} */
    public static final RevisionCause API = new RevisionCause("api", true);
    private static final List<RevisionCause> KNOWN = List.of(APPLY, ROLLBACK, API);

    private RevisionCause(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static RevisionCause of(String value) {
        return among(KNOWN, new RevisionCause(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static RevisionCause fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<RevisionCause> known() {
        return KNOWN;
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class ImpactStatus extends OpenChoice {

    /** {@code none} */
    public static final ImpactStatus NONE = new ImpactStatus("none", true);
    /** {@code some} */
    public static final ImpactStatus SOME = new ImpactStatus("some", true);
    /** {@code unknown} */
    public static final ImpactStatus UNKNOWN = new ImpactStatus("unknown", true);
    private static final List<ImpactStatus> KNOWN = List.of(NONE, SOME, UNKNOWN);

    private ImpactStatus(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static ImpactStatus of(String value) {
        return among(KNOWN, new ImpactStatus(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static ImpactStatus fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<ImpactStatus> known() {
        return KNOWN;
    }
}

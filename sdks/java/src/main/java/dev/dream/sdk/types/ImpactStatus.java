// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import dev.dream.sdk.core.Decoders;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class ImpactStatus extends OpenChoice {

    /** {@code none} */
    public static final ImpactStatus NONE = new ImpactStatus("none");
    /** {@code some} */
    public static final ImpactStatus SOME = new ImpactStatus("some");
    /** {@code unknown} */
    public static final ImpactStatus UNKNOWN = new ImpactStatus("unknown");
    private static final List<ImpactStatus> KNOWN = List.of(NONE, SOME, UNKNOWN);

    private ImpactStatus(String value) {
        super(value);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static ImpactStatus of(String value) {
        for (ImpactStatus known : KNOWN) {
            if (known.value().equals(value)) return known;
        }
        return new ImpactStatus(value);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static ImpactStatus fromJson(Object json) {
        return of(Decoders.TEXT.decode(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<ImpactStatus> known() {
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

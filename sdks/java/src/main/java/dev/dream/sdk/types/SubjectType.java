// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import dev.dream.sdk.core.Decoders;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class SubjectType extends OpenChoice {

    /** {@code user} */
    public static final SubjectType USER = new SubjectType("user");
    /** {@code service-account} */
    public static final SubjectType SERVICE_ACCOUNT = new SubjectType("service-account");
    private static final List<SubjectType> KNOWN = List.of(USER, SERVICE_ACCOUNT);

    private SubjectType(String value) {
        super(value);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static SubjectType of(String value) {
        for (SubjectType known : KNOWN) {
            if (known.value().equals(value)) return known;
        }
        return new SubjectType(value);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static SubjectType fromJson(Object json) {
        return of(Decoders.TEXT.decode(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<SubjectType> known() {
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

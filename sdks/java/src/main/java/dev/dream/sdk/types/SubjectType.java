// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class SubjectType extends OpenChoice {

    /** {@code user} */
    public static final SubjectType USER = new SubjectType("user", true);
    /** {@code service-account} */
    public static final SubjectType SERVICE_ACCOUNT = new SubjectType("service-account", true);
    private static final List<SubjectType> KNOWN = List.of(USER, SERVICE_ACCOUNT);

    private SubjectType(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static SubjectType of(String value) {
        return among(KNOWN, new SubjectType(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static SubjectType fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<SubjectType> known() {
        return KNOWN;
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class SubjectFactsStanding extends OpenChoice {

    /** {@code member} */
    public static final SubjectFactsStanding MEMBER = new SubjectFactsStanding("member", true);
    /** {@code guest} */
    public static final SubjectFactsStanding GUEST = new SubjectFactsStanding("guest", true);
    /** {@code service-account} */
    public static final SubjectFactsStanding SERVICE_ACCOUNT = new SubjectFactsStanding("service-account", true);
    /** {@code none} */
    public static final SubjectFactsStanding NONE = new SubjectFactsStanding("none", true);
    private static final List<SubjectFactsStanding> KNOWN = List.of(MEMBER, GUEST, SERVICE_ACCOUNT, NONE);

    private SubjectFactsStanding(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static SubjectFactsStanding of(String value) {
        return among(KNOWN, new SubjectFactsStanding(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static SubjectFactsStanding fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<SubjectFactsStanding> known() {
        return KNOWN;
    }
}

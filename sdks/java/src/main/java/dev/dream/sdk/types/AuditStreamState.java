// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class AuditStreamState extends OpenChoice {

    /** {@code active} */
    public static final AuditStreamState ACTIVE = new AuditStreamState("active", true);
    /** {@code failing} */
    public static final AuditStreamState FAILING = new AuditStreamState("failing", true);
    /** {@code error} */
    public static final AuditStreamState ERROR = new AuditStreamState("error", true);
    /** {@code disabled} */
    public static final AuditStreamState DISABLED = new AuditStreamState("disabled", true);
    private static final List<AuditStreamState> KNOWN = List.of(ACTIVE, FAILING, ERROR, DISABLED);

    private AuditStreamState(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static AuditStreamState of(String value) {
        return among(KNOWN, new AuditStreamState(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static AuditStreamState fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<AuditStreamState> known() {
        return KNOWN;
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import dev.dream.sdk.core.Decoders;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class AuditStreamState extends OpenChoice {

    /** {@code active} */
    public static final AuditStreamState ACTIVE = new AuditStreamState("active");
    /** {@code failing} */
    public static final AuditStreamState FAILING = new AuditStreamState("failing");
    /** {@code error} */
    public static final AuditStreamState ERROR = new AuditStreamState("error");
    /** {@code disabled} */
    public static final AuditStreamState DISABLED = new AuditStreamState("disabled");
    private static final List<AuditStreamState> KNOWN = List.of(ACTIVE, FAILING, ERROR, DISABLED);

    private AuditStreamState(String value) {
        super(value);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static AuditStreamState of(String value) {
        for (AuditStreamState known : KNOWN) {
            if (known.value().equals(value)) return known;
        }
        return new AuditStreamState(value);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static AuditStreamState fromJson(Object json) {
        return of(Decoders.TEXT.decode(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<AuditStreamState> known() {
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

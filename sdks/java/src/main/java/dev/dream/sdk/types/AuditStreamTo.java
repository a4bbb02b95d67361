// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class AuditStreamTo extends OpenChoice {

    /** {@code webhook} */
    public static final AuditStreamTo WEBHOOK = new AuditStreamTo("webhook", true);
    /** {@code splunk} */
    public static final AuditStreamTo SPLUNK = new AuditStreamTo("splunk", true);
    /** {@code syslog} */
    public static final AuditStreamTo SYSLOG = new AuditStreamTo("syslog", true);
    private static final List<AuditStreamTo> KNOWN = List.of(WEBHOOK, SPLUNK, SYSLOG);

    private AuditStreamTo(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static AuditStreamTo of(String value) {
        return among(KNOWN, new AuditStreamTo(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static AuditStreamTo fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<AuditStreamTo> known() {
        return KNOWN;
    }
}

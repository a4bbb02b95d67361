// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class AuditExportFormat extends OpenChoice {

    /** {@code ndjson} */
    public static final AuditExportFormat NDJSON = new AuditExportFormat("ndjson", true);
    /** {@code csv} */
    public static final AuditExportFormat CSV = new AuditExportFormat("csv", true);
    /** {@code cef} */
    public static final AuditExportFormat CEF = new AuditExportFormat("cef", true);
    /** {@code syslog} */
    public static final AuditExportFormat SYSLOG = new AuditExportFormat("syslog", true);
    /** {@code ocsf} */
    public static final AuditExportFormat OCSF = new AuditExportFormat("ocsf", true);
    private static final List<AuditExportFormat> KNOWN = List.of(NDJSON, CSV, CEF, SYSLOG, OCSF);

    private AuditExportFormat(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static AuditExportFormat of(String value) {
        return among(KNOWN, new AuditExportFormat(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static AuditExportFormat fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<AuditExportFormat> known() {
        return KNOWN;
    }
}

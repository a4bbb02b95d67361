// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.util.List;

/** What the server answers with as {@code AccessDecisionsReportResult}. */
public final class AccessDecisionsReportResult extends Model {

    private AccessDecisionsReportResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AccessDecisionsReportResult fromJson(Object json) {
        return new AccessDecisionsReportResult(json);
    }

    /**
     * How many are in the log now.
     *
     * @return {@code logged}
     */
    public long logged() {
        return integer("logged");
    }

    /**
     * Those that there are not, or not any more, or that the request is not about: nothing is logged of them.
     *
     * @return {@code unknownTenants}
     */
    public List<String> unknownTenants() {
        return list("unknownTenants", Decoders.TEXT);
    }
}

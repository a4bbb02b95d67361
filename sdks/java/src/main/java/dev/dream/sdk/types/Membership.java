// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.time.Instant;
import java.util.List;

/** What the server answers with as {@code Membership}. */
public final class Membership extends Model {

    private Membership(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Membership fromJson(Object json) {
        return new Membership(json);
    }

    /**
     * The field {@code tenantId}.
     *
     * @return {@code tenantId}
     */
    public String tenantId() {
        return text("tenantId");
    }

    /**
     * The field {@code tenantName}.
     *
     * @return {@code tenantName}
     */
    public String tenantName() {
        return text("tenantName");
    }

    /**
     * The field {@code roles}.
     *
     * @return {@code roles}
     */
    public List<String> roles() {
        return list("roles", Decoders.TEXT);
    }

    /**
     * The field {@code since}.
     *
     * @return {@code since}
     */
    public Instant since() {
        return instant("since");
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code Me}. */
public final class Me extends Model {

    private Me(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Me fromJson(Object json) {
        return new Me(json);
    }

    /**
     * The {@code sub} of the token.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
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
     * The field {@code roles}.
     *
     * @return {@code roles}
     */
    public List<String> roles() {
        return list("roles", Decoders.TEXT);
    }

    /**
     * What the roles grant without a condition, as it is written: <code>invoice:*</code>.
     *
     * @return {@code permissions}
     */
    public List<String> permissions() {
        return list("permissions", Decoders.TEXT);
    }

    /**
     * Key of the plan that the tenant is on.
     *
     * @return {@code plan}; empty where there is none
     */
    public Optional<String> plan() {
        return optionalText("plan");
    }

    /**
     * Where the data of the tenant resides.
     *
     * @return {@code dataResidency}; empty where there is none
     */
    public Optional<String> dataResidency() {
        return optionalText("dataResidency");
    }

    /**
     * The field {@code sessionId}.
     *
     * @return {@code sessionId}; empty where there is none
     */
    public Optional<String> sessionId() {
        return optionalText("sessionId");
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the server answers with as {@code Tenant}. */
public final class Tenant extends Model {

    private Tenant(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Tenant fromJson(Object json) {
        return new Tenant(json);
    }

    /**
     * The field {@code id}.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * The field {@code name}.
     *
     * @return {@code name}
     */
    public String name() {
        return text("name");
    }

    /**
     * ISO 4217.
     *
     * @return {@code currency}; empty where there is none
     */
    public Optional<String> currency() {
        return optionalText("currency");
    }

    /**
     * The field {@code region}.
     *
     * @return {@code region}; empty where there is none
     */
    public Optional<String> region() {
        return optionalText("region");
    }

    /**
     * Where the tenant's data must stay.
     *
     * @return {@code dataResidency}; empty where there is none
     */
    public Optional<String> dataResidency() {
        return optionalText("dataResidency");
    }

    /**
     * The field {@code attributes}.
     *
     * @return {@code attributes}
     */
    public Map<String, Object> attributes() {
        return map("attributes", Decoders.JSON);
    }

    /**
     * The field {@code createdAt}.
     *
     * @return {@code createdAt}
     */
    public Instant createdAt() {
        return instant("createdAt");
    }

    /**
     * The field {@code updatedAt}.
     *
     * @return {@code updatedAt}
     */
    public Instant updatedAt() {
        return instant("updatedAt");
    }
}

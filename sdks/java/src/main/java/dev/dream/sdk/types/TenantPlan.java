// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;
import java.util.Optional;

/** What the server answers with as {@code TenantPlan}. */
public final class TenantPlan extends Model {

    private TenantPlan(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static TenantPlan fromJson(Object json) {
        return new TenantPlan(json);
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
     * Key of the Plan; null: on none.
     *
     * @return {@code plan}; empty where there is none
     */
    public Optional<String> plan() {
        return optionalText("plan");
    }

    /**
     * The field {@code assignedBy}.
     *
     * @return {@code assignedBy}; empty where there is none
     */
    public Optional<String> assignedBy() {
        return optionalText("assignedBy");
    }

    /**
     * The field {@code assignedAt}.
     *
     * @return {@code assignedAt}; empty where there is none
     */
    public Optional<Instant> assignedAt() {
        return optionalInstant("assignedAt");
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code CrossTenantGrant}. */
public final class CrossTenantGrant extends Model {

    private CrossTenantGrant(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static CrossTenantGrant fromJson(Object json) {
        return new CrossTenantGrant(json);
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
     * The field {@code userId}.
     *
     * @return {@code userId}
     */
    public String userId() {
        return text("userId");
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
     * The field {@code reason}.
     *
     * @return {@code reason}
     */
    public String reason() {
        return text("reason");
    }

    /**
     * The field {@code grantedBy}.
     *
     * @return {@code grantedBy}
     */
    public String grantedBy() {
        return text("grantedBy");
    }

    /**
     * The field {@code grantedAt}.
     *
     * @return {@code grantedAt}
     */
    public Instant grantedAt() {
        return instant("grantedAt");
    }

    /**
     * Null: until it is withdrawn.
     *
     * @return {@code expiresAt}; empty where there is none
     */
    public Optional<Instant> expiresAt() {
        return optionalInstant("expiresAt");
    }
}

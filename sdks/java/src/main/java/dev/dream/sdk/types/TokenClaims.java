// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code TokenClaims}. */
public final class TokenClaims extends Model {

    private TokenClaims(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static TokenClaims fromJson(Object json) {
        return new TokenClaims(json);
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
     * Keys of the roles that the user has in the tenant.
     *
     * @return {@code roleSlugs}
     */
    public List<String> roleSlugs() {
        return list("roleSlugs", Decoders.TEXT);
    }

    /**
     * What those roles grant without a condition. Absent for want of room.
     *
     * @return {@code permissions}; empty where there is none
     */
    public Optional<List<String>> permissions() {
        return optionalList("permissions", Decoders.TEXT);
    }

    /**
     * Key of the plan that the tenant is on.
     *
     * @return {@code planTier}; empty where there is none
     */
    public Optional<String> planTier() {
        return optionalText("planTier");
    }

    /**
     * Where the data of the tenant resides, for whoever passes requests on. Absent where it was not declared, or for
     * want of room.
     *
     * @return {@code dataResidency}; empty where there is none
     */
    public Optional<String> dataResidency() {
        return optionalText("dataResidency");
    }

    /**
     * The field {@code publishableKey}.
     *
     * @return {@code publishableKey}
     */
    public String publishableKey() {
        return text("publishableKey");
    }

    /**
     * Revision of the environment and access version of the tenant. While both stay, so do the claims.
     *
     * @return {@code policyVersion}
     */
    public String policyVersion() {
        return text("policyVersion");
    }

    /**
     * The field {@code sessionId}.
     *
     * @return {@code sessionId}; empty where there is none
     */
    public Optional<String> sessionId() {
        return optionalText("sessionId");
    }

    /**
     * Seconds since 1970: the end of a grant that has one.
     *
     * @return {@code accessUntil}; empty where there is none
     */
    public Optional<Long> accessUntil() {
        return optionalInteger("accessUntil");
    }

    /**
     * The permissions had no room. The roles tell, see {@code GET /v1/access/policy}.
     *
     * @return {@code truncated}; empty where there is none
     */
    public Optional<Boolean> truncated() {
        return optionalBool("truncated");
    }

    /**
     * Proves that the claims were made here. Absent where the server has no master key.
     *
     * @return {@code seal}; empty where there is none
     */
    public Optional<String> seal() {
        return optionalText("seal");
    }
}

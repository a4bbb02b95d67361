package dev.dream.sdk.entitlements;

import dev.dream.sdk.Dream;
import dev.dream.sdk.params.EntitlementsEvaluateBody;
import dev.dream.sdk.types.EntitlementAccess;
import java.util.Map;

/** Who knows what tenants have. Safe for use by many threads. */
@FunctionalInterface
public interface EntitlementSource {
    /**
     * The server of a client.
     *
     * @param client is not closed
     * @return asks it
     */
    static EntitlementSource of(Dream client) {
        return tenant -> client.entitlements().evaluate(EntitlementsEvaluateBody.builder().tenantId(tenant).build());
    }

    /**
     * What a tenant has.
     *
     * @param tenant its id
     * @return the access to each entitlement, by key
     */
    Map<String, EntitlementAccess> evaluate(String tenant);
}

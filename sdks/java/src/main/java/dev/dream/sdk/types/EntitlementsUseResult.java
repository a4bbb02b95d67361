// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code EntitlementsUseResult}. */
public final class EntitlementsUseResult extends Model {

    private EntitlementsUseResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static EntitlementsUseResult fromJson(Object json) {
        return new EntitlementsUseResult(json);
    }

    /**
     * Whether the amount was taken. If not, nothing was.
     *
     * @return {@code allowed}
     */
    public boolean allowed() {
        return bool("allowed");
    }

    /**
     * The entitlement as it is afterwards.
     *
     * @return {@code access}
     */
    public EntitlementAccess access() {
        return object("access", TypeDecoders.entitlementAccess());
    }
}

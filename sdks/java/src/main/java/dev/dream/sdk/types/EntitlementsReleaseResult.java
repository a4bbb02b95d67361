// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code EntitlementsReleaseResult}. */
public final class EntitlementsReleaseResult extends Model {

    private EntitlementsReleaseResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static EntitlementsReleaseResult fromJson(Object json) {
        return new EntitlementsReleaseResult(json);
    }

    /**
     * How much was given back: no more than had been used.
     *
     * @return {@code released}
     */
    public long released() {
        return integer("released");
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

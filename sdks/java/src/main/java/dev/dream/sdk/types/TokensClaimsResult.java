// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code TokensClaimsResult}. */
public final class TokensClaimsResult extends Model {

    private TokensClaimsResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static TokensClaimsResult fromJson(Object json) {
        return new TokensClaimsResult(json);
    }

    /**
     * The field {@code claims}.
     *
     * @return {@code claims}
     */
    public TokenClaims claims() {
        return object("claims", TypeDecoders.tokenClaims());
    }

    /**
     * The field {@code tokenBytes}.
     *
     * @return {@code tokenBytes}
     */
    public long tokenBytes() {
        return integer("tokenBytes");
    }
}

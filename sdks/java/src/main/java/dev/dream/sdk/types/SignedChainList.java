// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code SignedChainList}. */
public final class SignedChainList extends Model {

    private SignedChainList(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static SignedChainList fromJson(Object json) {
        return new SignedChainList(json);
    }

    /**
     * The field {@code chains}.
     *
     * @return {@code chains}
     */
    public ChainList chains() {
        return object("chains", TypeDecoders.chainList());
    }

    /**
     * A line of a signed note over the canonical JSON of {@code chains}; empty where nobody can sign.
     *
     * @return {@code signature}
     */
    public String signature() {
        return text("signature");
    }
}

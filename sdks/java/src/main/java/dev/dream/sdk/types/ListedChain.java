// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Optional;

/** What the server answers with as {@code ListedChain}. */
public final class ListedChain extends Model {

    private ListedChain(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ListedChain fromJson(Object json) {
        return new ListedChain(json);
    }

    /**
     * Null: the chain of the environment itself.
     *
     * @return {@code tenantId}; empty where there is none
     */
    public Optional<String> tenantId() {
        return optionalText("tenantId");
    }

    /**
     * How many entries it has that are signed.
     *
     * @return {@code size}
     */
    public long size() {
        return integer("size");
    }
}

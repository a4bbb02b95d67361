// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Optional;

/** What the server answers with as {@code StreamedChain}. */
public final class StreamedChain extends Model {

    private StreamedChain(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static StreamedChain fromJson(Object json) {
        return new StreamedChain(json);
    }

    /**
     * Null: of the environment itself.
     *
     * @return {@code tenant}; empty where there is none
     */
    public Optional<String> tenant() {
        return optionalText("tenant");
    }

    /**
     * Of the last entry that was sent, or that the filter left out.
     *
     * @return {@code sequence}
     */
    public long sequence() {
        return integer("sequence");
    }

    /**
     * Of the newest entry of the chain.
     *
     * @return {@code size}
     */
    public long size() {
        return integer("size");
    }

    /**
     * Size of the chain as the last checkpoint says that was sent.
     *
     * @return {@code checkpoint}
     */
    public long checkpoint() {
        return integer("checkpoint");
    }

    /**
     * The field {@code pruned}.
     *
     * @return {@code pruned}
     */
    public long pruned() {
        return integer("pruned");
    }
}

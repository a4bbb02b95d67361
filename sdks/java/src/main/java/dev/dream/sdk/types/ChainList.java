// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the server answers with as {@code ChainList}. */
public final class ChainList extends Model {

    private ChainList(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ChainList fromJson(Object json) {
        return new ChainList(json);
    }

    /**
     * The field {@code version}.
     *
     * @return {@code version}
     */
    public long version() {
        return integer("version");
    }

    /**
     * The field {@code project}.
     *
     * @return {@code project}
     */
    public String project() {
        return text("project");
    }

    /**
     * The field {@code environment}.
     *
     * @return {@code environment}
     */
    public String environment() {
        return text("environment");
    }

    /**
     * When it was made.
     *
     * @return {@code at}
     */
    public Instant at() {
        return instant("at");
    }

    /**
     * What was asked for.
     *
     * @return {@code filter}
     */
    public Map<String, Object> filter() {
        return map("filter", Decoders.JSON);
    }

    /**
     * By tenant; first that of the environment itself.
     *
     * @return {@code chains}
     */
    public List<ListedChain> chains() {
        return list("chains", TypeDecoders.listedChain());
    }

    /**
     * The public key that signed it; null: the server has none.
     *
     * @return {@code key}; empty where there is none
     */
    public Optional<String> key() {
        return optionalText("key");
    }
}

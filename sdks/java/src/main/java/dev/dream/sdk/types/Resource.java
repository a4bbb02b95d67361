// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.Map;

/** What the server answers with as {@code Resource}. */
public final class Resource extends Model {

    private Resource(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Resource fromJson(Object json) {
        return new Resource(json);
    }

    /**
     * The field {@code kind}.
     *
     * @return {@code kind}
     */
    public String kind() {
        return text("kind");
    }

    /**
     * The field {@code key}.
     *
     * @return {@code key}
     */
    public String key() {
        return text("key");
    }

    /**
     * The field {@code body}.
     *
     * @return {@code body}
     */
    public Map<String, Object> body() {
        return map("body", Decoders.JSON);
    }

    /**
     * The field {@code owner}.
     *
     * @return {@code owner}
     */
    public ResourceOwner owner() {
        return object("owner", TypeDecoders.resourceOwner());
    }

    /**
     * The field {@code hash}.
     *
     * @return {@code hash}
     */
    public String hash() {
        return text("hash");
    }

    /**
     * The field {@code revision}.
     *
     * @return {@code revision}
     */
    public long revision() {
        return integer("revision");
    }

    /**
     * The field {@code updatedBy}.
     *
     * @return {@code updatedBy}
     */
    public String updatedBy() {
        return text("updatedBy");
    }

    /**
     * The field {@code updatedAt}.
     *
     * @return {@code updatedAt}
     */
    public Instant updatedAt() {
        return instant("updatedAt");
    }
}

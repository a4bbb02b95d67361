// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;

/** What the server answers with as {@code Environment}. */
public final class Environment extends Model {

    private Environment(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Environment fromJson(Object json) {
        return new Environment(json);
    }

    /**
     * The field {@code id}.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * The field {@code name}.
     *
     * @return {@code name}
     */
    public String name() {
        return text("name");
    }

    /**
     * The field {@code mode}.
     *
     * @return {@code mode}
     */
    public ApiKeyMode mode() {
        return object("mode", TypeDecoders.apiKeyMode());
    }

    /**
     * As last applied.
     *
     * @return {@code protect}
     */
    public boolean protect() {
        return bool("protect");
    }

    /**
     * Number of the latest revision; 0 before the first.
     *
     * @return {@code revision}
     */
    public long revision() {
        return integer("revision");
    }

    /**
     * The field {@code createdAt}.
     *
     * @return {@code createdAt}
     */
    public Instant createdAt() {
        return instant("createdAt");
    }
}

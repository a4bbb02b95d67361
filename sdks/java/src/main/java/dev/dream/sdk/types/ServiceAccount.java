// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.time.Instant;
import java.util.List;

/** What the server answers with as {@code ServiceAccount}. */
public final class ServiceAccount extends Model {

    private ServiceAccount(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ServiceAccount fromJson(Object json) {
        return new ServiceAccount(json);
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
     * The field {@code roles}.
     *
     * @return {@code roles}
     */
    public List<String> roles() {
        return list("roles", Decoders.TEXT);
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

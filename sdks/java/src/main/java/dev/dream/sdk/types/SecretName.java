// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;

/** What the server answers with as {@code SecretName}. */
public final class SecretName extends Model {

    private SecretName(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static SecretName fromJson(Object json) {
        return new SecretName(json);
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

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code AffectedResource}. */
public final class AffectedResource extends Model {

    private AffectedResource(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AffectedResource fromJson(Object json) {
        return new AffectedResource(json);
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
}

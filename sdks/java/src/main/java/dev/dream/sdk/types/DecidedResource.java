// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Optional;

/** What the server answers with as {@code DecidedResource}. */
public final class DecidedResource extends Model {

    private DecidedResource(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static DecidedResource fromJson(Object json) {
        return new DecidedResource(json);
    }

    /**
     * The field {@code type}.
     *
     * @return {@code type}
     */
    public String type() {
        return text("type");
    }

    /**
     * The field {@code id}.
     *
     * @return {@code id}; empty where there is none
     */
    public Optional<String> id() {
        return optionalText("id");
    }
}

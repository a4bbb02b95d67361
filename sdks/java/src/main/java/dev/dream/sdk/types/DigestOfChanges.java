// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Optional;

/** Stands for a value that is too large for an entry. */
public final class DigestOfChanges extends Model {

    private DigestOfChanges(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static DigestOfChanges fromJson(Object json) {
        return new DigestOfChanges(json);
    }

    /**
     * The field {@code digest}.
     *
     * @return {@code digest}; empty where there is none
     */
    public Optional<String> digest() {
        return optionalText("digest");
    }

    /**
     * The field {@code bytes}.
     *
     * @return {@code bytes}; empty where there is none
     */
    public Optional<Long> bytes() {
        return optionalInteger("bytes");
    }

    /**
     * The field {@code revision}.
     *
     * @return {@code revision}; empty where there is none
     */
    public Optional<Long> revision() {
        return optionalInteger("revision");
    }
}

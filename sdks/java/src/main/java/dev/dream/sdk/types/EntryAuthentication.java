// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Optional;

/** What the server answers with as {@code EntryAuthentication}. */
public final class EntryAuthentication extends Model {

    private EntryAuthentication(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static EntryAuthentication fromJson(Object json) {
        return new EntryAuthentication(json);
    }

    /**
     * The field {@code mode}.
     *
     * @return {@code mode}; empty where there is none
     */
    public Optional<String> mode() {
        return optionalText("mode");
    }

    /**
     * The field {@code keyId}.
     *
     * @return {@code keyId}; empty where there is none
     */
    public Optional<String> keyId() {
        return optionalText("keyId");
    }

    /**
     * The field {@code sessionId}.
     *
     * @return {@code sessionId}; empty where there is none
     */
    public Optional<String> sessionId() {
        return optionalText("sessionId");
    }
}

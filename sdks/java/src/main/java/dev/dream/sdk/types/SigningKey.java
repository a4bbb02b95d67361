// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;

/** What the server answers with as {@code SigningKey}. */
public final class SigningKey extends Model {

    private SigningKey(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static SigningKey fromJson(Object json) {
        return new SigningKey(json);
    }

    /**
     * Eight hexadecimal digits, which stand in every signature.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * The public key as signed notes write it, for {@code dream audit verify --key}.
     *
     * @return {@code key}
     */
    public String key() {
        return text("key");
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

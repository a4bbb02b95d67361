// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the server answers with as {@code User}. */
public final class User extends Model {

    private User(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static User fromJson(Object json) {
        return new User(json);
    }

    /**
     * The identity provider's {@code sub}.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * The field {@code email}.
     *
     * @return {@code email}; empty where there is none
     */
    public Optional<String> email() {
        return optionalText("email");
    }

    /**
     * The field {@code name}.
     *
     * @return {@code name}; empty where there is none
     */
    public Optional<String> name() {
        return optionalText("name");
    }

    /**
     * The field {@code attributes}.
     *
     * @return {@code attributes}
     */
    public Map<String, Object> attributes() {
        return map("attributes", Decoders.JSON);
    }

    /**
     * The field {@code createdAt}.
     *
     * @return {@code createdAt}
     */
    public Instant createdAt() {
        return instant("createdAt");
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

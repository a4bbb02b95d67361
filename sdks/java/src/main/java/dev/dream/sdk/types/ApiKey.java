// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code ApiKey}. */
public final class ApiKey extends Model {

    private ApiKey(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ApiKey fromJson(Object json) {
        return new ApiKey(json);
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
     * The field {@code type}.
     *
     * @return {@code type}
     */
    public ApiKeyType type() {
        return object("type", TypeDecoders.apiKeyType());
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
     * Beginning and end of the key: {@code sk_live_…a1b2}.
     *
     * @return {@code hint}
     */
    public String hint() {
        return text("hint");
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
     * The field {@code scopes}.
     *
     * @return {@code scopes}
     */
    public List<String> scopes() {
        return list("scopes", Decoders.TEXT);
    }

    /**
     * The tenant it acts for where a request names none.
     *
     * @return {@code defaultTenant}; empty where there is none
     */
    public Optional<String> defaultTenant() {
        return optionalText("defaultTenant");
    }

    /**
     * The field {@code createdBy}.
     *
     * @return {@code createdBy}
     */
    public String createdBy() {
        return text("createdBy");
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
     * To the minute.
     *
     * @return {@code lastUsedAt}; empty where there is none
     */
    public Optional<Instant> lastUsedAt() {
        return optionalInstant("lastUsedAt");
    }

    /**
     * The field {@code expiresAt}.
     *
     * @return {@code expiresAt}; empty where there is none
     */
    public Optional<Instant> expiresAt() {
        return optionalInstant("expiresAt");
    }

    /**
     * The field {@code revokedAt}.
     *
     * @return {@code revokedAt}; empty where there is none
     */
    public Optional<Instant> revokedAt() {
        return optionalInstant("revokedAt");
    }
}

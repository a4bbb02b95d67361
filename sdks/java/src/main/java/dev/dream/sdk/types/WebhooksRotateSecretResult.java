// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;
import java.util.Optional;

/** What the server answers with as {@code WebhooksRotateSecretResult}. */
public final class WebhooksRotateSecretResult extends Model {

    private WebhooksRotateSecretResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static WebhooksRotateSecretResult fromJson(Object json) {
        return new WebhooksRotateSecretResult(json);
    }

    /**
     * {@code whsec_…}
     *
     * @return {@code secret}
     */
    public String secret() {
        return text("secret");
    }

    /**
     * The field {@code previousUntil}.
     *
     * @return {@code previousUntil}; empty where there is none
     */
    public Optional<Instant> previousUntil() {
        return optionalInstant("previousUntil");
    }
}

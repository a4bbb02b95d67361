// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;
import java.util.Optional;

/** What the server answers with as {@code WebhookAttempt}. */
public final class WebhookAttempt extends Model {

    private WebhookAttempt(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static WebhookAttempt fromJson(Object json) {
        return new WebhookAttempt(json);
    }

    /**
     * The field {@code at}.
     *
     * @return {@code at}
     */
    public Instant at() {
        return instant("at");
    }

    /**
     * The field {@code milliseconds}.
     *
     * @return {@code milliseconds}
     */
    public long milliseconds() {
        return integer("milliseconds");
    }

    /**
     * The field {@code status}.
     *
     * @return {@code status}; empty where there is none
     */
    public Optional<Long> status() {
        return optionalInteger("status");
    }

    /**
     * The field {@code problem}.
     *
     * @return {@code problem}; empty where there is none
     */
    public Optional<String> problem() {
        return optionalText("problem");
    }

    /**
     * The beginning of what was answered.
     *
     * @return {@code excerpt}
     */
    public String excerpt() {
        return text("excerpt");
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code WebhookDeliveryWithAttempts}. */
public final class WebhookDeliveryWithAttempts extends Model {

    private WebhookDeliveryWithAttempts(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static WebhookDeliveryWithAttempts fromJson(Object json) {
        return new WebhookDeliveryWithAttempts(json);
    }

    /**
     * {@code whd_…}
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * Key of the WebhookEndpoint.
     *
     * @return {@code endpoint}
     */
    public String endpoint() {
        return text("endpoint");
    }

    /**
     * The field {@code eventId}.
     *
     * @return {@code eventId}
     */
    public String eventId() {
        return text("eventId");
    }

    /**
     * The field {@code eventType}.
     *
     * @return {@code eventType}
     */
    public String eventType() {
        return text("eventType");
    }

    /**
     * The field {@code tenantId}.
     *
     * @return {@code tenantId}; empty where there is none
     */
    public Optional<String> tenantId() {
        return optionalText("tenantId");
    }

    /**
     * The field {@code state}.
     *
     * @return {@code state}
     */
    public WebhookDeliveryState state() {
        return object("state", TypeDecoders.webhookDeliveryState());
    }

    /**
     * How often it was called.
     *
     * @return {@code calls}
     */
    public long calls() {
        return integer("calls");
    }

    /**
     * Of the last answer; null where there was none.
     *
     * @return {@code lastStatus}; empty where there is none
     */
    public Optional<Long> lastStatus() {
        return optionalInteger("lastStatus");
    }

    /**
     * Why the last call was not taken.
     *
     * @return {@code lastProblem}; empty where there is none
     */
    public Optional<String> lastProblem() {
        return optionalText("lastProblem");
    }

    /**
     * When it is called next.
     *
     * @return {@code dueAt}; empty where there is none
     */
    public Optional<Instant> dueAt() {
        return optionalInstant("dueAt");
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
     * The field {@code finishedAt}.
     *
     * @return {@code finishedAt}; empty where there is none
     */
    public Optional<Instant> finishedAt() {
        return optionalInstant("finishedAt");
    }

    /**
     * Every call, oldest first.
     *
     * @return {@code attempts}
     */
    public List<WebhookAttempt> attempts() {
        return list("attempts", TypeDecoders.webhookAttempt());
    }
}

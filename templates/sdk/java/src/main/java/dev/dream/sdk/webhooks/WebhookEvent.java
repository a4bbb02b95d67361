package dev.dream.sdk.webhooks;

import dev.dream.sdk.Model;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An event that a webhook endpoint is told of. It may come more than once, with the same id. */
public final class WebhookEvent extends Model {

    /**
     * An event as it came.
     *
     * @param json as {@link dev.dream.sdk.json.Json} has it
     */
    WebhookEvent(Map<?, ?> json) {
        super(json);
    }

    /**
     * What it is told apart by.
     *
     * @return the same for each time it comes
     */
    public String id() {
        return text("id");
    }

    /**
     * What happened.
     *
     * @return {@code tenant.created}; there may be types that this SDK has not heard of
     */
    public String type() {
        return text("type");
    }

    /**
     * The tenant that it is about.
     *
     * @return its id; absent where it is about none
     */
    public Optional<String> tenantId() {
        return optionalText("tenantId");
    }

    /**
     * What it happened to.
     *
     * @return {@code Flag/checkout}
     */
    public String subject() {
        return text("subject");
    }

    /**
     * When it happened.
     *
     * @return the instant
     */
    public Instant createdAt() {
        return instant("createdAt");
    }

    /**
     * More about it; each type has its own.
     *
     * @return values as {@link dev.dream.sdk.json.Json} has them, by name
     */
    public Map<String, Object> data() {
        return map("data", json -> json);
    }
}

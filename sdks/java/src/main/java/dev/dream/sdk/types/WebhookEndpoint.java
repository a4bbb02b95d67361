// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code WebhookEndpoint}. */
public final class WebhookEndpoint extends Model {

    private WebhookEndpoint(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static WebhookEndpoint fromJson(Object json) {
        return new WebhookEndpoint(json);
    }

    /**
     * The field {@code key}.
     *
     * @return {@code key}
     */
    public String key() {
        return text("key");
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
     * The field {@code url}.
     *
     * @return {@code url}
     */
    public String url() {
        return text("url");
    }

    /**
     * The field {@code events}.
     *
     * @return {@code events}
     */
    public List<String> events() {
        return list("events", Decoders.TEXT);
    }

    /**
     * {@code off}: the configuration says {@code enabled: false}. {@code disabled}: it is not called, for the reason
     * beside.
     *
     * @return {@code status}
     */
    public WebhookEndpointStatus status() {
        return object("status", TypeDecoders.webhookEndpointStatus());
    }

    /**
     * The field {@code disabledAt}.
     *
     * @return {@code disabledAt}; empty where there is none
     */
    public Optional<Instant> disabledAt() {
        return optionalInstant("disabledAt");
    }

    /**
     * {@code gone}: it answered 410. {@code failing}: no call came through for as long as one is repeated.
     * {@code asked}: somebody disabled it.
     *
     * @return {@code disabledBecause}; empty where there is none
     */
    public Optional<WebhookEndpointDisabledBecause> disabledBecause() {
        return optionalObject("disabledBecause", TypeDecoders.webhookEndpointDisabledBecause());
    }

    /**
     * No call has succeeded since; null where the last one did.
     *
     * @return {@code failingSince}; empty where there is none
     */
    public Optional<Instant> failingSince() {
        return optionalInstant("failingSince");
    }

    /**
     * Deliveries that are still to be made; 1,000 stands for all that are more.
     *
     * @return {@code pending}
     */
    public long pending() {
        return integer("pending");
    }

    /**
     * {@code configured}: the configuration names it. {@code own}: the server made it. {@code none}: nothing was signed
     * yet.
     *
     * @return {@code secret}
     */
    public WebhookEndpointSecret secret() {
        return object("secret", TypeDecoders.webhookEndpointSecret());
    }
}

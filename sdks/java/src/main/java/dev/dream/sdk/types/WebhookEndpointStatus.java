// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class WebhookEndpointStatus extends OpenChoice {

    /** {@code active} */
    public static final WebhookEndpointStatus ACTIVE = new WebhookEndpointStatus("active", true);
    /** {@code off} */
    public static final WebhookEndpointStatus OFF = new WebhookEndpointStatus("off", true);
    /** {@code disabled} */
    public static final WebhookEndpointStatus DISABLED = new WebhookEndpointStatus("disabled", true);
    private static final List<WebhookEndpointStatus> KNOWN = List.of(ACTIVE, OFF, DISABLED);

    private WebhookEndpointStatus(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static WebhookEndpointStatus of(String value) {
        return among(KNOWN, new WebhookEndpointStatus(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static WebhookEndpointStatus fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<WebhookEndpointStatus> known() {
        return KNOWN;
    }
}

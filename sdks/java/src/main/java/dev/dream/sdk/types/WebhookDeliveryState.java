// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class WebhookDeliveryState extends OpenChoice {

    /** {@code pending} */
    public static final WebhookDeliveryState PENDING = new WebhookDeliveryState("pending", true);
    /** {@code delivered} */
    public static final WebhookDeliveryState DELIVERED = new WebhookDeliveryState("delivered", true);
    /** {@code failed} */
    public static final WebhookDeliveryState FAILED = new WebhookDeliveryState("failed", true);
    private static final List<WebhookDeliveryState> KNOWN = List.of(PENDING, DELIVERED, FAILED);

    private WebhookDeliveryState(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static WebhookDeliveryState of(String value) {
        return among(KNOWN, new WebhookDeliveryState(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static WebhookDeliveryState fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<WebhookDeliveryState> known() {
        return KNOWN;
    }
}

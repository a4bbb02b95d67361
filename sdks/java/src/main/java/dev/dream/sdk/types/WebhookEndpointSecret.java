// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class WebhookEndpointSecret extends OpenChoice {

    /** {@code configured} */
    public static final WebhookEndpointSecret CONFIGURED = new WebhookEndpointSecret("configured", true);
    /** {@code own} */
    public static final WebhookEndpointSecret OWN = new WebhookEndpointSecret("own", true);
    /** {@code none} */
    public static final WebhookEndpointSecret NONE = new WebhookEndpointSecret("none", true);
    private static final List<WebhookEndpointSecret> KNOWN = List.of(CONFIGURED, OWN, NONE);

    private WebhookEndpointSecret(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static WebhookEndpointSecret of(String value) {
        return among(KNOWN, new WebhookEndpointSecret(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static WebhookEndpointSecret fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<WebhookEndpointSecret> known() {
        return KNOWN;
    }
}

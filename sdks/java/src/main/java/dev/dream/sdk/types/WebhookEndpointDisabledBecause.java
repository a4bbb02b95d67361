// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class WebhookEndpointDisabledBecause extends OpenChoice {

    /** {@code gone} */
    public static final WebhookEndpointDisabledBecause GONE = new WebhookEndpointDisabledBecause("gone", true);
    /** {@code failing} */
    public static final WebhookEndpointDisabledBecause FAILING = new WebhookEndpointDisabledBecause("failing", true);
    /** {@code asked} */
    public static final WebhookEndpointDisabledBecause ASKED = new WebhookEndpointDisabledBecause("asked", true);
    private static final List<WebhookEndpointDisabledBecause> KNOWN = List.of(GONE, FAILING, ASKED);

    private WebhookEndpointDisabledBecause(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static WebhookEndpointDisabledBecause of(String value) {
        return among(KNOWN, new WebhookEndpointDisabledBecause(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static WebhookEndpointDisabledBecause fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<WebhookEndpointDisabledBecause> known() {
        return KNOWN;
    }
}

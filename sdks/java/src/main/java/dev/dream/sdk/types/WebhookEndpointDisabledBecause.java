// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import dev.dream.sdk.core.Decoders;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class WebhookEndpointDisabledBecause extends OpenChoice {

    /** {@code gone} */
    public static final WebhookEndpointDisabledBecause GONE = new WebhookEndpointDisabledBecause("gone");
    /** {@code failing} */
    public static final WebhookEndpointDisabledBecause FAILING = new WebhookEndpointDisabledBecause("failing");
    /** {@code asked} */
    public static final WebhookEndpointDisabledBecause ASKED = new WebhookEndpointDisabledBecause("asked");
    private static final List<WebhookEndpointDisabledBecause> KNOWN = List.of(GONE, FAILING, ASKED);

    private WebhookEndpointDisabledBecause(String value) {
        super(value);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static WebhookEndpointDisabledBecause of(String value) {
        for (WebhookEndpointDisabledBecause known : KNOWN) {
            if (known.value().equals(value)) return known;
        }
        return new WebhookEndpointDisabledBecause(value);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static WebhookEndpointDisabledBecause fromJson(Object json) {
        return of(Decoders.TEXT.decode(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<WebhookEndpointDisabledBecause> known() {
        return KNOWN;
    }

    /**
     * Whether this SDK knows it.
     *
     * @return false for one that came after this SDK was made
     */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }
}

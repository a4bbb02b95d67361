// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code WebhooksReplayResult}. */
public final class WebhooksReplayResult extends Model {

    private WebhooksReplayResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static WebhooksReplayResult fromJson(Object json) {
        return new WebhooksReplayResult(json);
    }

    /**
     * The field {@code replayed}.
     *
     * @return {@code replayed}
     */
    public long replayed() {
        return integer("replayed");
    }

    /**
     * {@code active}: it is called. Else what is pending waits until it is enabled again.
     *
     * @return {@code endpointStatus}
     */
    public WebhookEndpointStatus endpointStatus() {
        return object("endpointStatus", TypeDecoders.webhookEndpointStatus());
    }
}

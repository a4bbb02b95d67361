// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.WebhookDeliveryState;

/** What may be asked for with {@code webhooks.listDeliveries}. */
public final class WebhooksListDeliveriesQuery extends Params {

    private WebhooksListDeliveriesQuery(Builder builder) {
        super(builder);
    }

    /**
     * A builder with nothing said.
     *
     * @return a new one
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers a {@link WebhooksListDeliveriesQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "WebhooksListDeliveriesQuery");
        }

        /**
         * {@code nextCursor} of the part before; absent for the first.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder cursor(String value) {
            return set("cursor", value);
        }

        /**
         * Entries in the answer.
         *
         * <p>Default: {@code 50}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder limit(Long value) {
            return set("limit", value);
        }

        /**
         * Entries in the answer.
         *
         * <p>Default: {@code 50}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder limit(long value) {
            return set("limit", value);
        }

        /**
         * Only those.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder state(WebhookDeliveryState value) {
            return set("state", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public WebhooksListDeliveriesQuery build() {
            return new WebhooksListDeliveriesQuery(this);
        }
    }
}

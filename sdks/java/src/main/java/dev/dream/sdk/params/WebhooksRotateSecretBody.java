// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What is sent as {@code WebhooksRotateSecretBody}. */
public final class WebhooksRotateSecretBody extends Params {

    private WebhooksRotateSecretBody(Builder builder) {
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

    /** Gathers a {@link WebhooksRotateSecretBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "WebhooksRotateSecretBody");
        }

        /**
         * How long the secret before signs besides: {@code 24h}. {@code 0}: no longer.
         *
         * <p>Default: {@code 24h}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder keepPreviousFor(String value) {
            return set("keepPreviousFor", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public WebhooksRotateSecretBody build() {
            return new WebhooksRotateSecretBody(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What is sent as {@code SecretsSetBody}. */
public final class SecretsSetBody extends Params {

    private SecretsSetBody(Builder builder) {
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

    /** Gathers a {@link SecretsSetBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "SecretsSetBody", "value");
        }

        /**
         * The field {@code value}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder value(String value) {
            return set("value", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public SecretsSetBody build() {
            return new SecretsSetBody(this);
        }
    }
}

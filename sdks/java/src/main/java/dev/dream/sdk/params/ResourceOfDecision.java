// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What is sent as {@code ResourceOfDecision}. */
public final class ResourceOfDecision extends Params {

    private ResourceOfDecision(Builder builder) {
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

    /** Gathers a {@link ResourceOfDecision}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "ResourceOfDecision", "type");
        }

        /**
         * Key of a ResourceType.
         *
         * @param value the value
         * @return this builder
         */
        public Builder type(String value) {
            return set("type", value);
        }

        /**
         * The field {@code id}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder id(String value) {
            return set("id", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ResourceOfDecision build() {
            return new ResourceOfDecision(this);
        }
    }
}

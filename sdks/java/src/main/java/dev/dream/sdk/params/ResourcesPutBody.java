// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code ResourcesPutBody}. */
public final class ResourcesPutBody extends Params {

    private ResourcesPutBody(Builder builder) {
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

    /** Gathers a {@link ResourcesPutBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "ResourcesPutBody", "body");
        }

        /**
         * The field {@code body}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder body(Map<String, ?> value) {
            return set("body", value);
        }

        /**
         * Fingerprint of the changeset that somebody approved.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder approve(String value) {
            return set("approve", value);
        }

        /**
         * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
         * through.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder allow(Map<String, Long> value) {
            return set("allow", value);
        }

        /**
         * The field {@code message}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder message(String value) {
            return set("message", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ResourcesPutBody build() {
            return new ResourcesPutBody(this);
        }
    }
}

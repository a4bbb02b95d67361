// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code DesiredResource}. */
public final class DesiredResource extends Params {

    private DesiredResource(Builder builder) {
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

    /** Gathers a {@link DesiredResource}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "DesiredResource", "kind", "key", "body");
        }

        /**
         * The field {@code kind}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder kind(String value) {
            return set("kind", value);
        }

        /**
         * The field {@code key}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder key(String value) {
            return set("key", value);
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
         * The field {@code movedFrom}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder movedFrom(String value) {
            return set("movedFrom", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public DesiredResource build() {
            return new DesiredResource(this);
        }
    }
}

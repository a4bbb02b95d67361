// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code Check}. */
public final class Check extends Params {

    private Check(Builder builder) {
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

    /** Gathers a {@link Check}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "Check", "action", "resource");
        }

        /**
         * The field {@code subject}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder subject(Subject value) {
            return set("subject", value);
        }

        /**
         * An action of the resource type, {@code approve}, or narrowed to one of its scopes, {@code read:self}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder action(String value) {
            return set("action", value);
        }

        /**
         * The field {@code resource}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder resource(AskedResource value) {
            return set("resource", value);
        }

        /**
         * What conditions may ask of {@code context}: whence and how the request came.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder context(Map<String, ?> value) {
            return set("context", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public Check build() {
            return new Check(this);
        }
    }
}

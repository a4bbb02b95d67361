// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code AccessCanBody}. */
public final class AccessCanBody extends Params {

    private AccessCanBody(Builder builder) {
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

    /** Gathers a {@link AccessCanBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AccessCanBody");
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
         * The field {@code resource}.
         *
         * @param value the value; {@code null} says nothing
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
         * The tenant it is about. May stand in {@code X-Tenant-ID} instead; where both are, they are the same.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenant(String value) {
            return set("tenant", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public AccessCanBody build() {
            return new AccessCanBody(this);
        }
    }
}

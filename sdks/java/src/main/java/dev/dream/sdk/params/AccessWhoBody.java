// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code AccessWhoBody}. */
public final class AccessWhoBody extends Params {

    private AccessWhoBody(Builder builder) {
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

    /** Gathers a {@link AccessWhoBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AccessWhoBody", "action", "resource");
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
         * The tenant it is about. May stand in {@code X-Tenant-ID} instead; where both are, they are the same.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenant(String value) {
            return set("tenant", value);
        }

        /**
         * The field {@code page}.
         *
         * <p>Default: {@code 1}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder page(Long value) {
            return set("page", value);
        }

        /**
         * The field {@code page}.
         *
         * <p>Default: {@code 1}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder page(long value) {
            return set("page", value);
        }

        /**
         * The field {@code pageSize}.
         *
         * <p>Default: {@code 50}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder pageSize(Long value) {
            return set("pageSize", value);
        }

        /**
         * The field {@code pageSize}.
         *
         * <p>Default: {@code 50}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder pageSize(long value) {
            return set("pageSize", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public AccessWhoBody build() {
            return new AccessWhoBody(this);
        }
    }
}

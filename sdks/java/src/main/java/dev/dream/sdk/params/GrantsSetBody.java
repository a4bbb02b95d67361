// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.time.Instant;
import java.util.List;

/** What is sent as {@code GrantsSetBody}. */
public final class GrantsSetBody extends Params {

    private GrantsSetBody(Builder builder) {
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

    /** Gathers a {@link GrantsSetBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "GrantsSetBody", "roles", "reason");
        }

        /**
         * Keys of Roles.
         *
         * @param value the value
         * @return this builder
         */
        public Builder roles(List<String> value) {
            return set("roles", value);
        }

        /**
         * Why, for whoever asks later.
         *
         * @param value the value
         * @return this builder
         */
        public Builder reason(String value) {
            return set("reason", value);
        }

        /**
         * Absent: until it is withdrawn.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder expiresAt(Instant value) {
            return set("expiresAt", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public GrantsSetBody build() {
            return new GrantsSetBody(this);
        }
    }
}

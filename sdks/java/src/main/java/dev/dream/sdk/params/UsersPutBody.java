// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code UsersPutBody}. */
public final class UsersPutBody extends Params {

    private UsersPutBody(Builder builder) {
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

    /** Gathers a {@link UsersPutBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "UsersPutBody");
        }

        /**
         * Kept in lower case.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder email(String value) {
            return set("email", value);
        }

        /**
         * The field {@code name}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder name(String value) {
            return set("name", value);
        }

        /**
         * As the Tenancy of the environment declares them; without one, whatever you like.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder attributes(Map<String, ?> value) {
            return set("attributes", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public UsersPutBody build() {
            return new UsersPutBody(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code UsersCreateBody}. */
public final class UsersCreateBody extends Params {

    private UsersCreateBody(Builder builder) {
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

    /** Gathers a {@link UsersCreateBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "UsersCreateBody", "id");
        }

        /**
         * Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
         * {@code ..}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder id(String value) {
            return set("id", value);
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
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public UsersCreateBody build() {
            return new UsersCreateBody(this);
        }
    }
}

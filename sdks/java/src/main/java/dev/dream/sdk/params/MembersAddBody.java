// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;

/** What is sent as {@code MembersAddBody}. */
public final class MembersAddBody extends Params {

    private MembersAddBody(Builder builder) {
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

    /** Gathers a {@link MembersAddBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "MembersAddBody", "userId");
        }

        /**
         * Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
         * {@code ..}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder userId(String value) {
            return set("userId", value);
        }

        /**
         * Keys of Roles, besides those that every new member gets.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder roles(List<String> value) {
            return set("roles", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public MembersAddBody build() {
            return new MembersAddBody(this);
        }
    }
}

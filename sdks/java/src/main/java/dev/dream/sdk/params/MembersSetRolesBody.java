// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;

/** What is sent as {@code MembersSetRolesBody}. */
public final class MembersSetRolesBody extends Params {

    private MembersSetRolesBody(Builder builder) {
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

    /** Gathers a {@link MembersSetRolesBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "MembersSetRolesBody", "roles");
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
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public MembersSetRolesBody build() {
            return new MembersSetRolesBody(this);
        }
    }
}

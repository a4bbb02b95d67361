// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;

/** What is sent as {@code ServiceAccountsCreateBody}. */
public final class ServiceAccountsCreateBody extends Params {

    private ServiceAccountsCreateBody(Builder builder) {
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

    /** Gathers a {@link ServiceAccountsCreateBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "ServiceAccountsCreateBody", "name");
        }

        /**
         * The field {@code name}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder name(String value) {
            return set("name", value);
        }

        /**
         * Keys of Roles.
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
        public ServiceAccountsCreateBody build() {
            return new ServiceAccountsCreateBody(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code TenantsCreateBody}. */
public final class TenantsCreateBody extends Params {

    private TenantsCreateBody(Builder builder) {
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

    /** Gathers a {@link TenantsCreateBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "TenantsCreateBody", "name");
        }

        /**
         * Absent, the server makes one: {@code tnt_…}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder id(String value) {
            return set("id", value);
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
         * ISO 4217. Declared once: it cannot change afterwards.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder currency(String value) {
            return set("currency", value);
        }

        /**
         * Such as {@code eu} or {@code in}. Declared once: it cannot change afterwards.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder region(String value) {
            return set("region", value);
        }

        /**
         * Where the data must stay, such as {@code in-mumbai}. Declared once: it cannot change afterwards.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder dataResidency(String value) {
            return set("dataResidency", value);
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
        public TenantsCreateBody build() {
            return new TenantsCreateBody(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code TenantsUpdateBody}. */
public final class TenantsUpdateBody extends Params {

    private TenantsUpdateBody(Builder builder) {
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

    /** Gathers a {@link TenantsUpdateBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "TenantsUpdateBody");
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
         * Those that change; null takes one away.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder attributes(Map<String, ?> value) {
            return set("attributes", value);
        }

        /**
         * As it is; anything else is refused.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder currency(String value) {
            return set("currency", value);
        }

        /**
         * Says that {@code currency} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearCurrency() {
            return put("currency", null);
        }

        /**
         * As it is; anything else is refused.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder region(String value) {
            return set("region", value);
        }

        /**
         * Says that {@code region} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearRegion() {
            return put("region", null);
        }

        /**
         * As it is; anything else is refused.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder dataResidency(String value) {
            return set("dataResidency", value);
        }

        /**
         * Says that {@code dataResidency} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearDataResidency() {
            return put("dataResidency", null);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public TenantsUpdateBody build() {
            return new TenantsUpdateBody(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What is sent as {@code EntitlementsReleaseBody}. */
public final class EntitlementsReleaseBody extends Params {

    private EntitlementsReleaseBody(Builder builder) {
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

    /** Gathers a {@link EntitlementsReleaseBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "EntitlementsReleaseBody", "feature");
        }

        /**
         * Id of the tenant, unless {@code X-Tenant-ID} names it.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenantId(String value) {
            return set("tenantId", value);
        }

        /**
         * Key of an Entitlement.
         *
         * @param value the value
         * @return this builder
         */
        public Builder feature(String value) {
            return set("feature", value);
        }

        /**
         * How much, in whole units.
         *
         * <p>Default: {@code 1}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder amount(Long value) {
            return set("amount", value);
        }

        /**
         * How much, in whole units.
         *
         * <p>Default: {@code 1}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder amount(long value) {
            return set("amount", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public EntitlementsReleaseBody build() {
            return new EntitlementsReleaseBody(this);
        }
    }
}

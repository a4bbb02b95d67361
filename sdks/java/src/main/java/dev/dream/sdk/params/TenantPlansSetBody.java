// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What is sent as {@code TenantPlansSetBody}. */
public final class TenantPlansSetBody extends Params {

    private TenantPlansSetBody(Builder builder) {
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

    /** Gathers a {@link TenantPlansSetBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "TenantPlansSetBody", "plan");
        }

        /**
         * Key of a live Plan that is on sale.
         *
         * @param value the value
         * @return this builder
         */
        public Builder plan(String value) {
            return set("plan", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public TenantPlansSetBody build() {
            return new TenantPlansSetBody(this);
        }
    }
}

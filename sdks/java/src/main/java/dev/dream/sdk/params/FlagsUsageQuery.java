// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What may be asked for with {@code flags.usage}. */
public final class FlagsUsageQuery extends Params {

    private FlagsUsageQuery(Builder builder) {
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

    /** Gathers a {@link FlagsUsageQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "FlagsUsageQuery");
        }

        /**
         * The field {@code days}.
         *
         * <p>Default: {@code 30}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder days(Long value) {
            return set("days", value);
        }

        /**
         * The field {@code days}.
         *
         * <p>Default: {@code 30}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder days(long value) {
            return set("days", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public FlagsUsageQuery build() {
            return new FlagsUsageQuery(this);
        }
    }
}

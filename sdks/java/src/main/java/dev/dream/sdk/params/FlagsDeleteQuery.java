// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What may be asked for with {@code flags.delete}. */
public final class FlagsDeleteQuery extends Params {

    private FlagsDeleteQuery(Builder builder) {
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

    /** Gathers a {@link FlagsDeleteQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "FlagsDeleteQuery");
        }

        /**
         * Fingerprint of the changeset that somebody approved.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder approve(String value) {
            return set("approve", value);
        }

        /**
         * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
         * through. Several have commas between them: {@code contextsFlipped=14,deletes=1}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder allow(String value) {
            return set("allow", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public FlagsDeleteQuery build() {
            return new FlagsDeleteQuery(this);
        }
    }
}

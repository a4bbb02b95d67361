// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What may be asked for with {@code alerts.firings}. */
public final class AlertsFiringsQuery extends Params {

    private AlertsFiringsQuery(Builder builder) {
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

    /** Gathers a {@link AlertsFiringsQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AlertsFiringsQuery");
        }

        /**
         * {@code nextCursor} of the part before; absent for the first.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder cursor(String value) {
            return set("cursor", value);
        }

        /**
         * Entries in the answer.
         *
         * <p>Default: {@code 50}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder limit(Long value) {
            return set("limit", value);
        }

        /**
         * Entries in the answer.
         *
         * <p>Default: {@code 50}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder limit(long value) {
            return set("limit", value);
        }

        /**
         * Key of an AlertRule.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder rule(String value) {
            return set("rule", value);
        }

        /**
         * Value of the field that rules look at entries by.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder key(String value) {
            return set("key", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public AlertsFiringsQuery build() {
            return new AlertsFiringsQuery(this);
        }
    }
}

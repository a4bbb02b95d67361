// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What may be asked for with {@code audit.checkpoints.list}. */
public final class AuditCheckpointsListQuery extends Params {

    private AuditCheckpointsListQuery(Builder builder) {
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

    /** Gathers a {@link AuditCheckpointsListQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AuditCheckpointsListQuery");
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
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public AuditCheckpointsListQuery build() {
            return new AuditCheckpointsListQuery(this);
        }
    }
}

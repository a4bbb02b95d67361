// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What may be asked for with {@code audit.streams.list}. */
public final class AuditStreamsListQuery extends Params {

    private AuditStreamsListQuery(Builder builder) {
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

    /** Gathers a {@link AuditStreamsListQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AuditStreamsListQuery");
        }

        /**
         * From 1.
         *
         * <p>Default: {@code 1}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder page(Long value) {
            return set("page", value);
        }

        /**
         * From 1.
         *
         * <p>Default: {@code 1}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder page(long value) {
            return set("page", value);
        }

        /**
         * Items on a page.
         *
         * <p>Default: {@code 50}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder pageSize(Long value) {
            return set("pageSize", value);
        }

        /**
         * Items on a page.
         *
         * <p>Default: {@code 50}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder pageSize(long value) {
            return set("pageSize", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public AuditStreamsListQuery build() {
            return new AuditStreamsListQuery(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.time.Instant;

/** What may be asked for with {@code tenants.list}. */
public final class TenantsListQuery extends Params {

    private TenantsListQuery(Builder builder) {
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

    /** Gathers a {@link TenantsListQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "TenantsListQuery");
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
         * Only those created at this instant or later.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder createdFrom(Instant value) {
            return set("createdFrom", value);
        }

        /**
         * Only those created before this instant.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder createdBefore(Instant value) {
            return set("createdBefore", value);
        }

        /**
         * Only those on the plan of this key.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder plan(String value) {
            return set("plan", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public TenantsListQuery build() {
            return new TenantsListQuery(this);
        }
    }
}

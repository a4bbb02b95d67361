// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What may be asked for with {@code audit.entries.stream}. */
public final class AuditEntriesStreamQuery extends Params {

    private AuditEntriesStreamQuery(Builder builder) {
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

    /** Gathers a {@link AuditEntriesStreamQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AuditEntriesStreamQuery");
        }

        /**
         * The chain of this tenant, as with {@code X-Tenant-ID}. Neither: that of the environment itself.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenant(String value) {
            return set("tenant", value);
        }

        /**
         * Sequence of the last entry that is not wanted any more.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder after(Long value) {
            return set("after", value);
        }

        /**
         * Sequence of the last entry that is not wanted any more.
         *
         * @param value the value
         * @return this builder
         */
        public Builder after(long value) {
            return set("after", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public AuditEntriesStreamQuery build() {
            return new AuditEntriesStreamQuery(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What is sent as {@code AuditStreamsReplayBody}. */
public final class AuditStreamsReplayBody extends Params {

    private AuditStreamsReplayBody(Builder builder) {
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

    /** Gathers a {@link AuditStreamsReplayBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AuditStreamsReplayBody");
        }

        /**
         * Sequence of the first entry to be sent again.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder from(Long value) {
            return set("from", value);
        }

        /**
         * Sequence of the first entry to be sent again.
         *
         * @param value the value
         * @return this builder
         */
        public Builder from(long value) {
            return set("from", value);
        }

        /**
         * In the chain of this tenant only; null: in that of the environment itself. Absent: in all.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenant(String value) {
            return set("tenant", value);
        }

        /**
         * Says that {@code tenant} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearTenant() {
            return put("tenant", null);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public AuditStreamsReplayBody build() {
            return new AuditStreamsReplayBody(this);
        }
    }
}

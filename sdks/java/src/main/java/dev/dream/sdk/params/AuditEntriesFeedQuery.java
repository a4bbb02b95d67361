// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.AuditEntryOutcome;
import java.time.Instant;

/** What may be asked for with {@code audit.entries.feed}. */
public final class AuditEntriesFeedQuery extends Params {

    private AuditEntriesFeedQuery(Builder builder) {
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

    /** Gathers a {@link AuditEntriesFeedQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AuditEntriesFeedQuery");
        }

        /**
         * {@code nextCursor} of the part before. Absent: begin with what is written from now on.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder after(String value) {
            return set("after", value);
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
         * Written at this moment or later.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder since(Instant value) {
            return set("since", value);
        }

        /**
         * Written before this moment.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder until(Instant value) {
            return set("until", value);
        }

        /**
         * Id of who did it.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder actor(String value) {
            return set("actor", value);
        }

        /**
         * One action, or several: <code>*</code> stands for any text, as in <code>user.*</code>.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder action(String value) {
            return set("action", value);
        }

        /**
         * Type of what the entry is about, such as {@code user}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder resourceType(String value) {
            return set("resourceType", value);
        }

        /**
         * Id of what the entry is about, or of anything it changed besides.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder resource(String value) {
            return set("resource", value);
        }

        /**
         * The address that the request came from, however it is written.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder ip(String value) {
            return set("ip", value);
        }

        /**
         * The field {@code outcome}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder outcome(AuditEntryOutcome value) {
            return set("outcome", value);
        }

        /**
         * The request by which it happened.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder requestId(String value) {
            return set("requestId", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public AuditEntriesFeedQuery build() {
            return new AuditEntriesFeedQuery(this);
        }
    }
}

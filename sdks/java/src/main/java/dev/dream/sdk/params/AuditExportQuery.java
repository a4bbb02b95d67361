// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.AuditEntryOutcome;
import dev.dream.sdk.types.AuditExportFormat;
import java.time.Instant;

/** What may be asked for with {@code audit.export}. */
public final class AuditExportQuery extends Params {

    private AuditExportQuery(Builder builder) {
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

    /** Gathers a {@link AuditExportQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AuditExportQuery");
        }

        /**
         * The field {@code format}.
         *
         * <p>Default: {@code ndjson}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder format(AuditExportFormat value) {
            return set("format", value);
        }

        /**
         * Entries of this tenant, as with {@code X-Tenant-ID}. Neither: those of the environment itself, which are
         * about no tenant.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenant(String value) {
            return set("tenant", value);
        }

        /**
         * Only what stands behind the entry of this sequence.
         *
         * <p>Default: {@code 0}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder after(Long value) {
            return set("after", value);
        }

        /**
         * Only what stands behind the entry of this sequence.
         *
         * <p>Default: {@code 0}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder after(long value) {
            return set("after", value);
        }

        /**
         * Sequence of the last entry that arrived whole, before the same export was cut off. What came before is not
         * sent again; the manifest is of all.
         *
         * <p>Default: {@code 0}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder arrived(Long value) {
            return set("arrived", value);
        }

        /**
         * Sequence of the last entry that arrived whole, before the same export was cut off. What came before is not
         * sent again; the manifest is of all.
         *
         * <p>Default: {@code 0}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder arrived(long value) {
            return set("arrived", value);
        }

        /**
         * Hash of all that arrived up to the line of {@code arrived}, its end included. Where this export begins
         * otherwise it is refused, and nothing is sent.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder arrivedHash(String value) {
            return set("arrivedHash", value);
        }

        /**
         * NDJSON only: with what is kept apart from entries because it is personal.
         *
         * <p>Default: {@code false}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder personal(Boolean value) {
            return set("personal", value);
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
        public AuditExportQuery build() {
            return new AuditExportQuery(this);
        }
    }
}

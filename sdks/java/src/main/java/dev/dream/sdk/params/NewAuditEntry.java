// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.AuditEntryOutcome;
import java.time.Instant;
import java.util.Map;

/** What is sent as {@code NewAuditEntry}. */
public final class NewAuditEntry extends Params {

    private NewAuditEntry(Builder builder) {
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

    /** Gathers a {@link NewAuditEntry}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "NewAuditEntry", "action", "actor");
        }

        /**
         * What was done: {@code document.exported}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder action(String value) {
            return set("action", value);
        }

        /**
         * The field {@code outcome}.
         *
         * <p>Default: {@code success}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder outcome(AuditEntryOutcome value) {
            return set("outcome", value);
        }

        /**
         * The field {@code actor}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder actor(RecordedActor value) {
            return set("actor", value);
        }

        /**
         * The field {@code resource}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder resource(RecordedResource value) {
            return set("resource", value);
        }

        /**
         * Whose record it belongs into. May stand in {@code X-Tenant-ID} instead; in neither, it is of the environment
         * as a whole.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenantId(String value) {
            return set("tenantId", value);
        }

        /**
         * What it was, where something changed.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder before(Object value) {
            return set("before", value);
        }

        /**
         * Says that {@code before} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearBefore() {
            return put("before", null);
        }

        /**
         * What it is now.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder after(Object value) {
            return set("after", value);
        }

        /**
         * Says that {@code after} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearAfter() {
            return put("after", null);
        }

        /**
         * Why it failed or was denied.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder reason(String value) {
            return set("reason", value);
        }

        /**
         * Whatever else belongs to it. Filters and alert rules find it.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder metadata(Map<String, ?> value) {
            return set("metadata", value);
        }

        /**
         * What tells of a person and may have to be forgotten. The entry only commits to it; it can be erased, and the
         * chain stays whole.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder personal(Map<String, ?> value) {
            return set("personal", value);
        }

        /**
         * When it happened. Absent: now.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder timestamp(Instant value) {
            return set("timestamp", value);
        }

        /**
         * Of your own. What comes again under the same key, within 30 days, is the same entry.
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
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public NewAuditEntry build() {
            return new NewAuditEntry(this);
        }
    }
}

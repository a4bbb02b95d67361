// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;

/** What is sent as {@code AuditRecordManyBody}. */
public final class AuditRecordManyBody extends Params {

    private AuditRecordManyBody(Builder builder) {
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

    /** Gathers a {@link AuditRecordManyBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AuditRecordManyBody", "entries");
        }

        /**
         * The field {@code entries}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder entries(List<NewAuditEntry> value) {
            return set("entries", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public AuditRecordManyBody build() {
            return new AuditRecordManyBody(this);
        }
    }
}

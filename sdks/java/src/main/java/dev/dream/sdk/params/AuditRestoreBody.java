// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.time.Instant;
import java.util.List;

/** What is sent as {@code AuditRestoreBody}. */
public final class AuditRestoreBody extends Params {

    private AuditRestoreBody(Builder builder) {
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

    /** Gathers a {@link AuditRestoreBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AuditRestoreBody", "until", "lines");
        }

        /**
         * Whose chain. Absent: that of the environment.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenant(String value) {
            return set("tenant", value);
        }

        /**
         * When they are taken away again, in 366 days at most.
         *
         * @param value the value
         * @return this builder
         */
        public Builder until(Instant value) {
            return set("until", value);
        }

        /**
         * Lines of the archive, without its manifest.
         *
         * @param value the value
         * @return this builder
         */
        public Builder lines(List<String> value) {
            return set("lines", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public AuditRestoreBody build() {
            return new AuditRestoreBody(this);
        }
    }
}

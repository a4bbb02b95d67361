// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code RevisionsRollbackBody}. */
public final class RevisionsRollbackBody extends Params {

    private RevisionsRollbackBody(Builder builder) {
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

    /** Gathers a {@link RevisionsRollbackBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "RevisionsRollbackBody", "author");
        }

        /**
         * A fingerprint, or its first 8 hexadecimal digits or more.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder approve(String value) {
            return set("approve", value);
        }

        /**
         * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
         * through.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder allow(Map<String, Long> value) {
            return set("allow", value);
        }

        /**
         * A fingerprint, of 64 hexadecimal digits.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder expect(String value) {
            return set("expect", value);
        }

        /**
         * The field {@code adopt}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder adopt(Boolean value) {
            return set("adopt", value);
        }

        /**
         * The field {@code dryRun}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder dryRun(Boolean value) {
            return set("dryRun", value);
        }

        /**
         * The field {@code author}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder author(String value) {
            return set("author", value);
        }

        /**
         * The field {@code message}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder message(String value) {
            return set("message", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public RevisionsRollbackBody build() {
            return new RevisionsRollbackBody(this);
        }
    }
}

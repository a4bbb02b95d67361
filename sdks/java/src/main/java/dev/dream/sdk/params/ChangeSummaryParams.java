// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.ChangeSummary;

/** What is sent as {@code ChangeSummary}. */
public final class ChangeSummaryParams extends Params {

    private ChangeSummaryParams(Builder builder) {
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

    /**
     * The same as it was answered, to be sent back.
     *
     * @param answered what came of the server
     * @return the same to be sent
     */
    public static ChangeSummaryParams from(ChangeSummary answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link ChangeSummaryParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "ChangeSummaryParams", "create", "update", "delete", "rename");
        }

        /**
         * The field {@code create}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder create(Long value) {
            return set("create", value);
        }

        /**
         * The field {@code create}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder create(long value) {
            return set("create", value);
        }

        /**
         * The field {@code update}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder update(Long value) {
            return set("update", value);
        }

        /**
         * The field {@code update}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder update(long value) {
            return set("update", value);
        }

        /**
         * The field {@code delete}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder delete(Long value) {
            return set("delete", value);
        }

        /**
         * The field {@code delete}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder delete(long value) {
            return set("delete", value);
        }

        /**
         * The field {@code rename}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder rename(Long value) {
            return set("rename", value);
        }

        /**
         * The field {@code rename}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder rename(long value) {
            return set("rename", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ChangeSummaryParams build() {
            return new ChangeSummaryParams(this);
        }
    }
}

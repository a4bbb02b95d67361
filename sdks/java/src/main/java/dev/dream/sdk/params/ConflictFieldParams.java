// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.ConflictField;

/** What is sent as {@code ConflictField}. */
public final class ConflictFieldParams extends Params {

    private ConflictFieldParams(Builder builder) {
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
    public static ConflictFieldParams from(ConflictField answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link ConflictFieldParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "ConflictFieldParams", "path");
        }

        /**
         * The field {@code path}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder path(String value) {
            return set("path", value);
        }

        /**
         * The field {@code live}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder live(Object value) {
            return set("live", value);
        }

        /**
         * Says that {@code live} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearLive() {
            return put("live", null);
        }

        /**
         * The field {@code desired}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder desired(Object value) {
            return set("desired", value);
        }

        /**
         * Says that {@code desired} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearDesired() {
            return put("desired", null);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ConflictFieldParams build() {
            return new ConflictFieldParams(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.FlagEvaluationReason;
import java.time.Instant;

/** What is sent as {@code EvaluationCount}. */
public final class EvaluationCount extends Params {

    private EvaluationCount(Builder builder) {
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

    /** Gathers a {@link EvaluationCount}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "EvaluationCount", "flag", "variation", "reason", "count");
        }

        /**
         * The field {@code flag}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder flag(String value) {
            return set("flag", value);
        }

        /**
         * Null: the default given in code.
         *
         * @param value the value
         * @return this builder
         */
        public Builder variation(String value) {
            return set("variation", value);
        }

        /**
         * Says that {@code variation} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearVariation() {
            return put("variation", null);
        }

        /**
         * The field {@code reason}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder reason(FlagEvaluationReason value) {
            return set("reason", value);
        }

        /**
         * The field {@code count}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder count(Long value) {
            return set("count", value);
        }

        /**
         * The field {@code count}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder count(long value) {
            return set("count", value);
        }

        /**
         * A moment of the hour that it is about. Absent: now.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder at(Instant value) {
            return set("at", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public EvaluationCount build() {
            return new EvaluationCount(this);
        }
    }
}

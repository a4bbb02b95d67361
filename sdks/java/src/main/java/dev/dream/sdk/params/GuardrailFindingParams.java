// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.GuardrailFinding;
import dev.dream.sdk.types.GuardrailFindingOutcome;
import java.util.List;

/** What is sent as {@code GuardrailFinding}. */
public final class GuardrailFindingParams extends Params {

    private GuardrailFindingParams(Builder builder) {
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
    public static GuardrailFindingParams from(GuardrailFinding answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link GuardrailFindingParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "GuardrailFindingParams", "rule", "outcome", "message", "resources");
        }

        /**
         * {@code protect}, {@code requireApproval}, {@code maxDeletes}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder rule(String value) {
            return set("rule", value);
        }

        /**
         * {@code allowed}: over the limit, and let through by its figure. {@code approved}: by the fingerprint.
         *
         * @param value the value
         * @return this builder
         */
        public Builder outcome(GuardrailFindingOutcome value) {
            return set("outcome", value);
        }

        /**
         * The field {@code message}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder message(String value) {
            return set("message", value);
        }

        /**
         * The field {@code limit}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder limit(Long value) {
            return set("limit", value);
        }

        /**
         * The field {@code limit}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder limit(long value) {
            return set("limit", value);
        }

        /**
         * The field {@code figure}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder figure(Long value) {
            return set("figure", value);
        }

        /**
         * The field {@code figure}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder figure(long value) {
            return set("figure", value);
        }

        /**
         * The field {@code resources}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder resources(List<ResourceNameParams> value) {
            return set("resources", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public GuardrailFindingParams build() {
            return new GuardrailFindingParams(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.ChangeAction;
import dev.dream.sdk.types.Guardrails;
import java.util.List;
import java.util.Map;

/** What is sent as {@code Guardrails}. */
public final class GuardrailsParams extends Params {

    private GuardrailsParams(Builder builder) {
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
    public static GuardrailsParams from(Guardrails answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link GuardrailsParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "GuardrailsParams", "limits");
        }

        /**
         * The field {@code requireApproval}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder requireApproval(List<ChangeAction> value) {
            return set("requireApproval", value);
        }

        /**
         * The field {@code limits}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder limits(Map<String, Long> value) {
            return set("limits", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public GuardrailsParams build() {
            return new GuardrailsParams(this);
        }
    }
}

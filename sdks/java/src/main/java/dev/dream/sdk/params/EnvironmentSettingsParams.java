// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.ApiKeyMode;
import dev.dream.sdk.types.EnvironmentSettings;

/** What is sent as {@code EnvironmentSettings}. */
public final class EnvironmentSettingsParams extends Params {

    private EnvironmentSettingsParams(Builder builder) {
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
    public static EnvironmentSettingsParams from(EnvironmentSettings answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link EnvironmentSettingsParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "EnvironmentSettingsParams", "mode", "protect", "guardrails");
        }

        /**
         * The field {@code mode}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder mode(ApiKeyMode value) {
            return set("mode", value);
        }

        /**
         * The field {@code protect}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder protect(Boolean value) {
            return set("protect", value);
        }

        /**
         * The field {@code guardrails}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder guardrails(GuardrailsParams value) {
            return set("guardrails", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public EnvironmentSettingsParams build() {
            return new EnvironmentSettingsParams(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.ChangedSettings;
import java.util.Map;

/** What is sent as {@code ChangedSettings}. */
public final class ChangedSettingsParams extends Params {

    private ChangedSettingsParams(Builder builder) {
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
    public static ChangedSettingsParams from(ChangedSettings answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link ChangedSettingsParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "ChangedSettingsParams", "before", "after");
        }

        /**
         * The field {@code before}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder before(Map<String, ?> value) {
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
         * The field {@code after}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder after(EnvironmentSettingsParams value) {
            return set("after", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ChangedSettingsParams build() {
            return new ChangedSettingsParams(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.ChangedField;

/** What is sent as {@code ChangedField}. */
public final class ChangedFieldParams extends Params {

    private ChangedFieldParams(Builder builder) {
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
    public static ChangedFieldParams from(ChangedField answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link ChangedFieldParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "ChangedFieldParams", "path");
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
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ChangedFieldParams build() {
            return new ChangedFieldParams(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.SubjectType;

/** What is sent as {@code SubjectOfDecision}. */
public final class SubjectOfDecision extends Params {

    private SubjectOfDecision(Builder builder) {
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

    /** Gathers a {@link SubjectOfDecision}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "SubjectOfDecision", "id");
        }

        /**
         * The field {@code type}.
         *
         * <p>Default: {@code user}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder type(SubjectType value) {
            return set("type", value);
        }

        /**
         * The field {@code id}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder id(String value) {
            return set("id", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public SubjectOfDecision build() {
            return new SubjectOfDecision(this);
        }
    }
}

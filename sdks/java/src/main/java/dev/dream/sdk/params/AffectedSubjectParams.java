// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.AffectedSubject;

/** What is sent as {@code AffectedSubject}. */
public final class AffectedSubjectParams extends Params {

    private AffectedSubjectParams(Builder builder) {
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
    public static AffectedSubjectParams from(AffectedSubject answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link AffectedSubjectParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AffectedSubjectParams", "type", "id");
        }

        /**
         * The field {@code type}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder type(String value) {
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
        public AffectedSubjectParams build() {
            return new AffectedSubjectParams(this);
        }
    }
}

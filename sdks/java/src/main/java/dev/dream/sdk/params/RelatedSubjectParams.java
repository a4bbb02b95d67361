// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.RelatedSubject;

/** What is sent as {@code RelatedSubject}. */
public final class RelatedSubjectParams extends Params {

    private RelatedSubjectParams(Builder builder) {
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
    public static RelatedSubjectParams from(RelatedSubject answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link RelatedSubjectParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "RelatedSubjectParams", "type", "id");
        }

        /**
         * {@code user}, {@code service-account}, {@code tenant}, or the key of a ResourceType.
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
        public RelatedSubjectParams build() {
            return new RelatedSubjectParams(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What is sent as {@code NewRelationship}. */
public final class NewRelationship extends Params {

    private NewRelationship(Builder builder) {
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

    /** Gathers a {@link NewRelationship}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "NewRelationship", "resource", "relation", "subject");
        }

        /**
         * The field {@code resource}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder resource(RelatedResourceParams value) {
            return set("resource", value);
        }

        /**
         * A relation that the ResourceType declares.
         *
         * @param value the value
         * @return this builder
         */
        public Builder relation(String value) {
            return set("relation", value);
        }

        /**
         * The field {@code subject}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder subject(RelatedSubjectParams value) {
            return set("subject", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public NewRelationship build() {
            return new NewRelationship(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What it was done to. */
public final class RecordedResource extends Params {

    private RecordedResource(Builder builder) {
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

    /** Gathers a {@link RecordedResource}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "RecordedResource", "type", "id");
        }

        /**
         * Such as {@code invoice}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder type(String value) {
            return set("type", value);
        }

        /**
         * By which it is found.
         *
         * @param value the value
         * @return this builder
         */
        public Builder id(String value) {
            return set("id", value);
        }

        /**
         * As people know it.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder name(String value) {
            return set("name", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public RecordedResource build() {
            return new RecordedResource(this);
        }
    }
}

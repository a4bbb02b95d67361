// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What it is wanted of; without an id, anything of the type. */
public final class AskedResource extends Params {

    private AskedResource(Builder builder) {
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

    /** Gathers a {@link AskedResource}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AskedResource", "type");
        }

        /**
         * Key of a ResourceType.
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
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder id(String value) {
            return set("id", value);
        }

        /**
         * What conditions may ask of {@code resource}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder properties(Map<String, ?> value) {
            return set("properties", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public AskedResource build() {
            return new AskedResource(this);
        }
    }
}

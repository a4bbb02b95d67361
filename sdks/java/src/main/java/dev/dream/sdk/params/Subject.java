// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.SubjectType;
import java.util.Map;

/** Who wants to do it. A signed-in user may leave it out, and asks about themselves. */
public final class Subject extends Params {

    private Subject(Builder builder) {
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

    /** Gathers a {@link Subject}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "Subject", "id");
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
         * What conditions may ask of {@code user} besides what is stored; of one name, what is stored counts.
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
        public Subject build() {
            return new Subject(this);
        }
    }
}

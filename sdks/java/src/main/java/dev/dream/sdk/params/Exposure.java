// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.time.Instant;

/** What is sent as {@code Exposure}. */
public final class Exposure extends Params {

    private Exposure(Builder builder) {
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

    /** Gathers a {@link Exposure}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "Exposure", "flag", "variation", "by", "unit");
        }

        /**
         * The field {@code flag}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder flag(String value) {
            return set("flag", value);
        }

        /**
         * The field {@code variation}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder variation(String value) {
            return set("variation", value);
        }

        /**
         * The attribute that rollouts deal by: {@code user.key}. A name with a dot, a space or {@code =} in it stands
         * in double quotes.
         *
         * @param value the value
         * @return this builder
         */
        public Builder by(String value) {
            return set("by", value);
        }

        /**
         * Its value: {@code ada}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder unit(String value) {
            return set("unit", value);
        }

        /**
         * Absent: now. What lies ahead counts as now.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder at(Instant value) {
            return set("at", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public Exposure build() {
            return new Exposure(this);
        }
    }
}

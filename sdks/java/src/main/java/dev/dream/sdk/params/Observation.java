// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.time.Instant;
import java.util.Map;

/** What is sent as {@code Observation}. */
public final class Observation extends Params {

    private Observation(Builder builder) {
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

    /** Gathers a {@link Observation}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "Observation", "by", "unit", "event");
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
         * What was done: the key of an EventSchema.
         *
         * @param value the value
         * @return this builder
         */
        public Builder event(String value) {
            return set("event", value);
        }

        /**
         * What of it is a number, between -1e15 and 1e15: <code>&#123; "total": 49 &#125;</code>. An observation with a
         * larger one is not taken.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder properties(Map<String, Double> value) {
            return set("properties", value);
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
         * Of the event. What a unit is told to have done twice under one id counts once.
         *
         * @param value the value; {@code null} says nothing
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
        public Observation build() {
            return new Observation(this);
        }
    }
}

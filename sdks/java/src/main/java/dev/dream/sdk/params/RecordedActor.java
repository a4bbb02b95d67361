// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** Who did it. */
public final class RecordedActor extends Params {

    private RecordedActor(Builder builder) {
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

    /** Gathers a {@link RecordedActor}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "RecordedActor", "id");
        }

        /**
         * What kind of actor, such as {@code user} or {@code service-account}. {@code system} and {@code local} are the
         * platform’s own.
         *
         * <p>Default: {@code user}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder type(String value) {
            return set("type", value);
        }

        /**
         * By which they are found, also when their name has changed.
         *
         * @param value the value
         * @return this builder
         */
        public Builder id(String value) {
            return set("id", value);
        }

        /**
         * As people know them.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder name(String value) {
            return set("name", value);
        }

        /**
         * The field {@code email}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder email(String value) {
            return set("email", value);
        }

        /**
         * Where the request came from. What is no address is kept as {@code invalidIp}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder ip(String value) {
            return set("ip", value);
        }

        /**
         * The field {@code userAgent}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder userAgent(String value) {
            return set("userAgent", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public RecordedActor build() {
            return new RecordedActor(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code FlagsCreateBody}. */
public final class FlagsCreateBody extends Params {

    private FlagsCreateBody(Builder builder) {
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

    /** Gathers a {@link FlagsCreateBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "FlagsCreateBody", "key", "body");
        }

        /**
         * Key of the Flag.
         *
         * @param value the value
         * @return this builder
         */
        public Builder key(String value) {
            return set("key", value);
        }

        /**
         * A Flag as it is written in YAML, without {@code kind} and {@code key}; docs/reference/flag.md describes its
         * fields. Mistakes are answered with {@code changes/invalid}, each with its place.
         *
         * @param value the value
         * @return this builder
         */
        public Builder body(Map<String, ?> value) {
            return set("body", value);
        }

        /**
         * Fingerprint of the changeset that somebody approved.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder approve(String value) {
            return set("approve", value);
        }

        /**
         * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
         * through.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder allow(Map<String, Long> value) {
            return set("allow", value);
        }

        /**
         * Why, for the history.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder message(String value) {
            return set("message", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public FlagsCreateBody build() {
            return new FlagsCreateBody(this);
        }
    }
}

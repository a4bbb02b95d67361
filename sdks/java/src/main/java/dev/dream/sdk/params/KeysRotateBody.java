// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What is sent as {@code KeysRotateBody}. */
public final class KeysRotateBody extends Params {

    private KeysRotateBody(Builder builder) {
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

    /** Gathers a {@link KeysRotateBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "KeysRotateBody");
        }

        /**
         * How long the old key lives on; 0 ends it at once.
         *
         * <p>Default: {@code 86400}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder expiresInSeconds(Long value) {
            return set("expiresInSeconds", value);
        }

        /**
         * How long the old key lives on; 0 ends it at once.
         *
         * <p>Default: {@code 86400}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder expiresInSeconds(long value) {
            return set("expiresInSeconds", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public KeysRotateBody build() {
            return new KeysRotateBody(this);
        }
    }
}

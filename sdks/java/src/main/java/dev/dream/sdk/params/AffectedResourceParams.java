// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.AffectedResource;

/** What is sent as {@code AffectedResource}. */
public final class AffectedResourceParams extends Params {

    private AffectedResourceParams(Builder builder) {
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
    public static AffectedResourceParams from(AffectedResource answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link AffectedResourceParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AffectedResourceParams", "kind", "key");
        }

        /**
         * The field {@code kind}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder kind(String value) {
            return set("kind", value);
        }

        /**
         * The field {@code key}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder key(String value) {
            return set("key", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public AffectedResourceParams build() {
            return new AffectedResourceParams(this);
        }
    }
}

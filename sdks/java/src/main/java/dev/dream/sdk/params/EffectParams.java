// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.Effect;
import java.util.List;

/** What is sent as {@code Effect}. */
public final class EffectParams extends Params {

    private EffectParams(Builder builder) {
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
    public static EffectParams from(Effect answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link EffectParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "EffectParams", "figure", "text", "count", "affected");
        }

        /**
         * The field {@code figure}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder figure(String value) {
            return set("figure", value);
        }

        /**
         * The field {@code text}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder text(String value) {
            return set("text", value);
        }

        /**
         * The field {@code count}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder count(Long value) {
            return set("count", value);
        }

        /**
         * The field {@code count}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder count(long value) {
            return set("count", value);
        }

        /**
         * The field {@code affected}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder affected(List<AffectedParams> value) {
            return set("affected", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public EffectParams build() {
            return new EffectParams(this);
        }
    }
}

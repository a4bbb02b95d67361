// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.Impact;
import dev.dream.sdk.types.ImpactStatus;
import java.util.List;
import java.util.Map;

/** What is sent as {@code Impact}. */
public final class ImpactParams extends Params {

    private ImpactParams(Builder builder) {
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
    public static ImpactParams from(Impact answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link ImpactParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "ImpactParams", "status", "reason");
        }

        /**
         * The field {@code status}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder status(ImpactStatus value) {
            return set("status", value);
        }

        /**
         * The field {@code reason}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder reason(String value) {
            return set("reason", value);
        }

        /**
         * The field {@code figures}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder figures(Map<String, Long> value) {
            return set("figures", value);
        }

        /**
         * The field {@code unknownFigures}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder unknownFigures(List<String> value) {
            return set("unknownFigures", value);
        }

        /**
         * The field {@code unknownReasons}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder unknownReasons(List<String> value) {
            return set("unknownReasons", value);
        }

        /**
         * The field {@code effects}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder effects(List<EffectParams> value) {
            return set("effects", value);
        }

        /**
         * The field {@code affectedHash}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder affectedHash(String value) {
            return set("affectedHash", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ImpactParams build() {
            return new ImpactParams(this);
        }
    }
}

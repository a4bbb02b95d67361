// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.ImpactTotal;
import java.util.List;
import java.util.Map;

/** What is sent as {@code ImpactTotal}. */
public final class ImpactTotalParams extends Params {

    private ImpactTotalParams(Builder builder) {
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
    public static ImpactTotalParams from(ImpactTotal answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link ImpactTotalParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "ImpactTotalParams", "figures", "unknownFigures");
        }

        /**
         * The field {@code figures}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder figures(Map<String, Long> value) {
            return set("figures", value);
        }

        /**
         * The field {@code unknownFigures}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder unknownFigures(List<String> value) {
            return set("unknownFigures", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ImpactTotalParams build() {
            return new ImpactTotalParams(this);
        }
    }
}

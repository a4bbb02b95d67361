// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;

/** What is sent as {@code ExperimentsObserveBody}. */
public final class ExperimentsObserveBody extends Params {

    private ExperimentsObserveBody(Builder builder) {
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

    /** Gathers a {@link ExperimentsObserveBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "ExperimentsObserveBody", "observations");
        }

        /**
         * The field {@code observations}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder observations(List<Observation> value) {
            return set("observations", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ExperimentsObserveBody build() {
            return new ExperimentsObserveBody(this);
        }
    }
}

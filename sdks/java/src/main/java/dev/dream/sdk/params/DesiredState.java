// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;

/** What is sent as {@code DesiredState}. */
public final class DesiredState extends Params {

    private DesiredState(Builder builder) {
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

    /** Gathers a {@link DesiredState}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "DesiredState", "project", "environment", "settings", "resources");
        }

        /**
         * The field {@code project}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder project(String value) {
            return set("project", value);
        }

        /**
         * The field {@code environment}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder environment(String value) {
            return set("environment", value);
        }

        /**
         * The field {@code settings}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder settings(EnvironmentSettingsParams value) {
            return set("settings", value);
        }

        /**
         * The field {@code resources}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder resources(List<DesiredResource> value) {
            return set("resources", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public DesiredState build() {
            return new DesiredState(this);
        }
    }
}

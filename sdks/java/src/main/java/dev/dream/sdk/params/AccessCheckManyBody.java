// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;

/** What is sent as {@code AccessCheckManyBody}. */
public final class AccessCheckManyBody extends Params {

    private AccessCheckManyBody(Builder builder) {
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

    /** Gathers a {@link AccessCheckManyBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AccessCheckManyBody", "checks");
        }

        /**
         * Whom the questions are about that name nobody themselves.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder subject(Subject value) {
            return set("subject", value);
        }

        /**
         * The field {@code checks}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder checks(List<Check> value) {
            return set("checks", value);
        }

        /**
         * The tenant it is about. May stand in {@code X-Tenant-ID} instead; where both are, they are the same.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenant(String value) {
            return set("tenant", value);
        }

        /**
         * Answer with the grounds as well.
         *
         * <p>Default: {@code false}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder explain(Boolean value) {
            return set("explain", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public AccessCheckManyBody build() {
            return new AccessCheckManyBody(this);
        }
    }
}

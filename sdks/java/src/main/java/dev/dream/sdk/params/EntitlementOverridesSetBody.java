// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.time.Instant;

/** What is sent as {@code EntitlementOverridesSetBody}. */
public final class EntitlementOverridesSetBody extends Params {

    private EntitlementOverridesSetBody(Builder builder) {
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

    /** Gathers a {@link EntitlementOverridesSetBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "EntitlementOverridesSetBody", "value", "reason");
        }

        /**
         * What the type of the entitlement takes. As a plan would write it: {@code true}, {@code 500},
         * {@code unlimited}, <code>&#123; "min": 1, "max": 50 &#125;</code>, a level.
         *
         * @param value the value
         * @return this builder
         */
        public Builder value(Object value) {
            return set("value", value);
        }

        /**
         * Says that {@code value} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearValue() {
            return put("value", null);
        }

        /**
         * Why, for whoever asks later.
         *
         * @param value the value
         * @return this builder
         */
        public Builder reason(String value) {
            return set("reason", value);
        }

        /**
         * The plan decides again from then on. Absent: until it is removed.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder expiresAt(Instant value) {
            return set("expiresAt", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public EntitlementOverridesSetBody build() {
            return new EntitlementOverridesSetBody(this);
        }
    }
}

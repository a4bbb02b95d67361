// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What may be asked for with {@code access.decisions.list}. */
public final class AccessDecisionsListQuery extends Params {

    private AccessDecisionsListQuery(Builder builder) {
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

    /** Gathers a {@link AccessDecisionsListQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AccessDecisionsListQuery");
        }

        /**
         * {@code nextCursor} of the part before; absent for the first.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder cursor(String value) {
            return set("cursor", value);
        }

        /**
         * Entries in the answer.
         *
         * <p>Default: {@code 50}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder limit(Long value) {
            return set("limit", value);
        }

        /**
         * Entries in the answer.
         *
         * <p>Default: {@code 50}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder limit(long value) {
            return set("limit", value);
        }

        /**
         * Decisions about this tenant only.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenant(String value) {
            return set("tenant", value);
        }

        /**
         * Id of the user or service account.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder subject(String value) {
            return set("subject", value);
        }

        /**
         * The field {@code action}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder action(String value) {
            return set("action", value);
        }

        /**
         * Decisions for, or those against.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder allowed(Boolean value) {
            return set("allowed", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public AccessDecisionsListQuery build() {
            return new AccessDecisionsListQuery(this);
        }
    }
}

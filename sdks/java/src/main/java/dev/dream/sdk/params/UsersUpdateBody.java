// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code UsersUpdateBody}. */
public final class UsersUpdateBody extends Params {

    private UsersUpdateBody(Builder builder) {
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

    /** Gathers a {@link UsersUpdateBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "UsersUpdateBody");
        }

        /**
         * Kept in lower case.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder email(String value) {
            return set("email", value);
        }

        /**
         * Says that {@code email} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearEmail() {
            return put("email", null);
        }

        /**
         * The field {@code name}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder name(String value) {
            return set("name", value);
        }

        /**
         * Says that {@code name} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearName() {
            return put("name", null);
        }

        /**
         * Those that change; null takes one away.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder attributes(Map<String, ?> value) {
            return set("attributes", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public UsersUpdateBody build() {
            return new UsersUpdateBody(this);
        }
    }
}

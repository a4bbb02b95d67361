// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What is sent as {@code TokensClaimsBody}. */
public final class TokensClaimsBody extends Params {

    private TokensClaimsBody(Builder builder) {
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

    /** Gathers a {@link TokensClaimsBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "TokensClaimsBody", "user", "publishableKey");
        }

        /**
         * Id of the user, the identity provider's {@code sub}: printable ASCII without spaces, not {@code .} or
         * {@code ..}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder user(String value) {
            return set("user", value);
        }

        /**
         * The token will be taken with this publishable key only.
         *
         * @param value the value
         * @return this builder
         */
        public Builder publishableKey(String value) {
            return set("publishableKey", value);
        }

        /**
         * Given back among the claims.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder sessionId(String value) {
            return set("sessionId", value);
        }

        /**
         * Bytes of the token that the claims may take, encoded. Clerk leaves some 1,200.
         *
         * <p>Default: {@code 2795}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder maxBytes(Long value) {
            return set("maxBytes", value);
        }

        /**
         * Bytes of the token that the claims may take, encoded. Clerk leaves some 1,200.
         *
         * <p>Default: {@code 2795}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder maxBytes(long value) {
            return set("maxBytes", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public TokensClaimsBody build() {
            return new TokensClaimsBody(this);
        }
    }
}

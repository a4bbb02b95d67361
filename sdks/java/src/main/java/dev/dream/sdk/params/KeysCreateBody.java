// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.ApiKeyType;
import java.time.Instant;
import java.util.List;

/** What is sent as {@code KeysCreateBody}. */
public final class KeysCreateBody extends Params {

    private KeysCreateBody(Builder builder) {
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

    /** Gathers a {@link KeysCreateBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "KeysCreateBody", "type", "name");
        }

        /**
         * The field {@code type}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder type(ApiKeyType value) {
            return set("type", value);
        }

        /**
         * The field {@code name}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder name(String value) {
            return set("name", value);
        }

        /**
         * <code>*</code>, or single ones such as {@code configuration:read}. Absent: <code>*</code> for a secret key,
         * and for a publishable key all that publishable keys may do.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder scopes(List<String> value) {
            return set("scopes", value);
        }

        /**
         * For a secret key: the tenant it acts for where a request has no {@code X-Tenant-ID}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder defaultTenant(String value) {
            return set("defaultTenant", value);
        }

        /**
         * Absent: the key lives until it is revoked.
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
        public KeysCreateBody build() {
            return new KeysCreateBody(this);
        }
    }
}

// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;

/** What is sent as {@code EntitlementsEvaluateBody}. */
public final class EntitlementsEvaluateBody extends Params {

    private EntitlementsEvaluateBody(Builder builder) {
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

    /** Gathers a {@link EntitlementsEvaluateBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "EntitlementsEvaluateBody");
        }

        /**
         * Id of the tenant, unless {@code X-Tenant-ID} or a token names it.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenantId(String value) {
            return set("tenantId", value);
        }

        /**
         * Keys of Entitlements. Absent: all that are live.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder features(List<String> value) {
            return set("features", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public EntitlementsEvaluateBody build() {
            return new EntitlementsEvaluateBody(this);
        }
    }
}

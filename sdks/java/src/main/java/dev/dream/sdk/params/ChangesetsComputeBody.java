// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.Map;

/** What is sent as {@code ChangesetsComputeBody}. */
public final class ChangesetsComputeBody extends Params {

    private ChangesetsComputeBody(Builder builder) {
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

    /** Gathers a {@link ChangesetsComputeBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "ChangesetsComputeBody");
        }

        /**
         * The field {@code desired}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder desired(DesiredState value) {
            return set("desired", value);
        }

        /**
         * sha256, hexadecimal, of {@code desired} as it would be sent: the JSON text of its members project,
         * environment, settings and resources in this order, without white space.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder desiredHash(String value) {
            return set("desiredHash", value);
        }

        /**
         * The field {@code adopt}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder adopt(Boolean value) {
            return set("adopt", value);
        }

        /**
         * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
         * through.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder allow(Map<String, Long> value) {
            return set("allow", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public ChangesetsComputeBody build() {
            return new ChangesetsComputeBody(this);
        }
    }
}

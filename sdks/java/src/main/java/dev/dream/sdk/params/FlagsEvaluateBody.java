// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;
import java.util.Map;

/** What is sent as {@code FlagsEvaluateBody}. */
public final class FlagsEvaluateBody extends Params {

    private FlagsEvaluateBody(Builder builder) {
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

    /** Gathers a {@link FlagsEvaluateBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "FlagsEvaluateBody");
        }

        /**
         * By kind, or in OpenFeature’s or LaunchDarkly’s form.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder context(Map<String, ?> value) {
            return set("context", value);
        }

        /**
         * Keys of Flags.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder flags(List<String> value) {
            return set("flags", value);
        }

        /**
         * False: nothing of it is counted or kept. Default: true.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder report(Boolean value) {
            return set("report", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public FlagsEvaluateBody build() {
            return new FlagsEvaluateBody(this);
        }
    }
}

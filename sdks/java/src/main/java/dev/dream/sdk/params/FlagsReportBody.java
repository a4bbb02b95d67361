// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;
import java.util.Map;

/** What is sent as {@code FlagsReportBody}. */
public final class FlagsReportBody extends Params {

    private FlagsReportBody(Builder builder) {
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

    /** Gathers a {@link FlagsReportBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "FlagsReportBody");
        }

        /**
         * How often each variation was served, and why.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder counts(List<EvaluationCount> value) {
            return set("counts", value);
        }

        /**
         * A sample of who asked, in any form a context is taken in. Attributes that a ContextKind marks as sensitive
         * have no place here; they are taken out.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder contexts(List<Map<String, ?>> value) {
            return set("contexts", value);
        }

        /**
         * Who was dealt a variation that counts for the flag’s experiment: the first time each.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder exposures(List<Exposure> value) {
            return set("exposures", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public FlagsReportBody build() {
            return new FlagsReportBody(this);
        }
    }
}
